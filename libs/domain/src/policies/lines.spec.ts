import type { Definition } from '@app/workflow';
import { openCounter } from './testing/counter.js';
import { staff } from './testing/office.js';

const text = { id: 'Kenaikan gaji', en: 'Rise' };
const term = { workingDays: 5, onPassed: 'wait', reminders: [], escalations: [] } as const;
const verbs = { approve: { reason: 'optional' }, reject: { reason: 'required' }, partial: { reason: 'required' } } as const;
const rises: Definition = {
  ...{ id: 'rises', version: 1, title: text, initiators: ['EMPLOYEE'], cancelledBy: ['HR_HEAD'], repair: term, fourEyes: [] },
  lines: { max: 9 },
  stages: [
    { kind: 'approval', key: 'review', title: text, actor: 'HR_OFFICER', verbs },
    { kind: 'approval', key: 'decision', title: text, actor: 'HR_HEAD', verbs },
  ],
};

const reviewed = async () => {
  const counter = await openCounter(rises);
  const id = await counter.begin('ani', 'budi', 'citra');
  const lines = {
    2: { verdict: 'reject', reason: 'sedang diperiksa' },
    3: { verdict: 'reject', reason: 'belum waktunya' },
  } as const;
  const review = { stage: 'review', verdict: 'approve', reason: 'menurut daftar', lines } as const;
  await counter.act(id, staff.hrOfficer, { type: 'Decide', data: review });
  await counter.settle();
  return { ...counter, id };
};
const decide = (counter: Awaited<ReturnType<typeof reviewed>>, verdict: 'approve' | 'reject') =>
  counter.act(counter.id, staff.hrHead, { type: 'Decide', data: { stage: 'decision', verdict, reason: 'sesuai' } });
const codesOf = async ({ told }: Awaited<ReturnType<typeof reviewed>>, person: string) =>
  (await told(person)).map(({ code }) => code).filter((code) => code.startsWith('line-'));

describe('somebody whom a batch is about', () => {
  it('hears of his own line alone, once it was decided', async () => {
    const counter = await reviewed();
    expect(await codesOf(counter, 'budi')).toEqual(['line-rejected']);
    expect(await codesOf(counter, 'ani')).toEqual([]);
    await decide(counter, 'approve');
    await counter.settle();
    expect(await codesOf(counter, 'ani')).toEqual(['line-approved']);
    expect(await codesOf(counter, 'budi')).toEqual(['line-rejected']);
    const [notice] = (await counter.told('ani')).filter(({ code }) => code === 'line-approved');
    expect(notice).toMatchObject({ facts: { employee: 'ani', whatEn: 'Rise', case: counter.id }, link: '/notices' });
    expect(JSON.stringify(notice)).not.toContain('budi');
  });

  it('hears that it was rejected with the rest, and nothing where it was taken back', async () => {
    const rejected = await reviewed();
    await decide(rejected, 'reject');
    await rejected.settle();
    expect(await codesOf(rejected, 'ani')).toEqual(['line-rejected']);
    const taken = await reviewed();
    await taken.act(taken.id, staff.sari, { type: 'Withdraw', data: { reason: 'salah bulan' } });
    await taken.settle();
    expect(await codesOf(taken, 'ani')).toEqual([]);
  });

  it('is forgotten with what was said of him, though the case is about another', async () => {
    const { vault, events } = await reviewed();
    const said = async () => {
      const { clear } = await events();
      return clear.flatMap(({ type, data }) => (type === 'DecisionMade' ? [data] : []));
    };
    const { stored } = await events();
    expect(JSON.stringify(stored, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain(
      'sedang diperiksa',
    );
    expect(await said()).toMatchObject([{ lineReasons: { 2: 'sedang diperiksa', 3: 'belum waktunya' } }]);
    await vault.forget('budi');
    expect(await said()).toMatchObject([{ reason: 'menurut daftar', lineReasons: { 2: null, 3: 'belum waktunya' } }]);
    await vault.forget(staff.sari);
    expect(await said()).toMatchObject([{ reason: null, lineReasons: { 2: null, 3: 'belum waktunya' } }]);
  });
});
