import { openTown, people, refusal } from './town.js';

const decreed = async () => {
  const town = await openTown();
  const id = await town.approved();
  await town.proposals.decree(id, { date: '2026-03-02', effectiveDate: '2026-03-05' }, town.as(people.officer));
  await town.settle();
  const owed = async () => (await town.obligationRows()).filter(({ status }) => status === 'open');
  const complete = (obligation: string, by: string, office: string, note = 'selesai', today = '2026-06-01') =>
    town.deps.obligations.execute(
      obligation,
      {
        type: 'CompleteObligation',
        data: { by, offices: [office], note, result: {}, today, at: town.as(by).meta.at },
      },
      town.as(by).meta,
    );
  return { town, id, owed, complete };
};

describe('obligations born from the approval', () => {
  it('are not there before it, and each has an owner and a day once it is', async () => {
    const before = await openTown();
    await before.approved();
    await before.settle();
    expect(await before.obligationRows()).toEqual([]);
    const { owed } = await decreed();
    expect((await owed()).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['evaluation-3m', 'evaluation-6m', 'evaluation-12m', 'training-3m']),
    );
    for (const { owner, due_on: due } of await owed()) {
      expect(owner).toMatch(/./);
      expect(due > '2026-03-05').toBe(true);
    }
  });

  it('remind their owner, then his superior, while nobody has done them', async () => {
    const { town } = await decreed();
    await town.until('2026-04-20T00:00:00.000Z');
    const codes = (await town.typesOf('ObligationReminderFellDue')).map(({ data }) => String(Object(data).code));
    expect(codes).toEqual(expect.arrayContaining(['due-in-a-week', 'due-tomorrow', 'overdue', 'escalated']));
  });

  it('are done by whoever owes them or his superior, with a note that says how', async () => {
    const { town, owed, complete } = await decreed();
    await town.until('2026-03-06T00:00:00.000Z');
    const evaluation = (await owed()).find(({ code }) => code === 'evaluation-3m');
    if (!evaluation) throw new Error('no evaluation');
    expect((await refusal(complete(evaluation.id, people.originHead, 'head:asal'))).kind).toBe('forbidden');
    expect((await refusal(complete(evaluation.id, people.destHead, evaluation.owner, ' '))).code).toBe(
      'obligations.note-missing',
    );
    await complete(evaluation.id, people.destHead, evaluation.owner);
    expect((await owed()).map(({ code }) => code)).not.toContain('evaluation-3m');
  });

  it('are withdrawn with the approval, and remind nobody any more', async () => {
    const { town, id, owed } = await decreed();
    await town.proposals.rescind(id, { reason: 'salah jabatan' }, town.as(people.regent));
    await town.jumpTo('2026-07-01T00:00:00.000Z');
    expect(await owed()).toEqual([]);
    expect(new Set((await town.obligationRows()).map(({ status }) => status))).toEqual(new Set(['withdrawn']));
    expect(await town.typesOf('ObligationReminderFellDue')).toEqual([]);
  });
});
