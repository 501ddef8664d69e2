/** The paths of a case whose dossier is data, and of a batch, as they are lived for recording; see `cases.spec.ts`. */
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Codec, openTransactor } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { Cases, type Step } from '@app/domain/cases';
import { loadDefinitions } from '@app/domain/definitions';
import { definitionFields } from '@app/domain/mutation';
import { bookOf, PublishedBlueprints } from '../../libs/domain/src/policies/blueprints.js';
import { personalFields } from '../../libs/domain/src/policies/personal-fields.js';
import { SmallOffice, staff } from '../../libs/domain/src/policies/testing/office.js';

/** The same office, with everybody who is in a batch employed, and a secretary. */
class LargerOffice extends SmallOffice {
  override async isEmployed(): Promise<boolean> {
    return true;
  }

  override async officesOf() {
    const secretary = { office: 'secretary', person: 'sekda', kind: 'definitive' } as const;
    return {
      offices: { ...this.offices, SECRETARY: 'secretary' },
      directory: { ...this.directory, SECRETARY: [secretary] },
    };
  }
}

const leave = {
  type: 'current_year',
  from: '2026-03-16',
  until: '2026-03-24',
  reason: 'pulang kampung',
  address: 'Jalan Merdeka 1, Curup',
  phone: '0812 3456 789',
};

/** The definitions that are shipped, and those that are for specifications. */
const definitions = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'alur-definitions-'));
  cpSync('definitions', folder, { recursive: true });
  for (const file of ['grade-notices.yaml', 'field-duty.yaml']) cpSync(`test/support/definitions/${file}`, join(folder, file));
  try {
    return await loadDefinitions(folder, { own: definitionFields });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** A counter where cases are made, and the log that they leave. */
export const openCounter = async () => {
  const store = new MemoryEventStore();
  const transactor = openTransactor({ store, codec: new Codec(new MemoryKeyVault(), { personalFields }) });
  const blueprints = new PublishedBlueprints(bookOf(await definitions()));
  const cases = new Cases({ transactor, surroundings: new LargerOffice(), blueprints, tenant: 'test' });
  const as = (actor: string, at = '2026-03-02T02:00:00.000Z') => {
    const commandId = randomUUID();
    return { meta: { actor, at, commandId, correlationId: commandId, causationId: commandId, tenant: 'test' } };
  };
  const act = (id: string, by: string, step: Step) => cases.act(id, step, as(by));
  const begin = async (definition: string, dossier: object, subjects: readonly string[] = []): Promise<string> => {
    const id = randomUUID();
    const lines = subjects.map((subject) => ({ subject }));
    await cases.draft(
      id,
      { definition, subject: staff.sari, dossier: { ...dossier }, ...(lines.length > 0 && { lines }) },
      as(staff.sari),
    );
    await cases.submit(id, as(staff.sari));
    return id;
  };
  return { transactor, cases, as, act, begin };
};

type Counter = Awaited<ReturnType<typeof openCounter>>;
type Path = (counter: Counter) => Promise<string>;

const returnedAndApproved: Path = async ({ cases, as, act, begin }) => {
  const id = await begin('leave', leave);
  await act(id, staff.superior, { type: 'Ask', data: { stage: 'consideration', question: 'Siapa penggantinya?', of: 'EMPLOYEE' } });
  await act(id, staff.sari, { type: 'Answer', data: { stage: 'consideration', answer: 'Budi' } });
  await act(id, staff.superior, { type: 'Decide', data: { stage: 'consideration', verdict: 'approve', reason: '' } });
  await act(id, staff.head, { type: 'Decide', data: { stage: 'decision', verdict: 'return', reason: 'pilih hari lain' } });
  await cases.amend(id, { dossier: { ...leave, from: '2026-03-25', until: '2026-03-27' } }, as(staff.sari));
  await cases.submit(id, as(staff.sari));
  await act(id, staff.superior, { type: 'Decide', data: { stage: 'consideration', verdict: 'approve', reason: '' } });
  await act(id, staff.head, { type: 'Decide', data: { stage: 'decision', verdict: 'approve', reason: 'setuju' } });
  return id;
};

const deferredAndCancelled: Path = async ({ act, begin }) => {
  const id = await begin('leave', leave);
  await act(id, staff.head, { type: 'Suspend', data: { reason: 'pemeriksaan BPK' } });
  await act(id, staff.head, { type: 'Resume', data: { reason: '' } });
  await act(id, staff.hrHead, { type: 'Cancel', data: { reason: 'pegawai pensiun' } });
  return id;
};

const askedAndReminded: Path = async ({ cases, as, act, begin }) => {
  const id = await begin('leave', leave);
  const timer = (at: string) => as('system:timer', at);
  const place = { stage: 'consideration', round: 1, wait: 'question' } as const;
  await act(id, staff.superior, { type: 'Ask', data: { stage: 'consideration', question: 'Siapa penggantinya?', of: 'EMPLOYEE' } });
  await cases.remind(id, { ...place, code: 'before-1' }, timer('2026-03-03T02:00:00.000Z'));
  await act(id, staff.head, { type: 'Suspend', data: { reason: 'pemeriksaan BPK' } });
  await cases.act(id, { type: 'Resume', data: { reason: '' } }, as(staff.head, '2026-03-04T02:00:00.000Z'));
  await cases.passDeadline(id, place, timer('2026-03-09T02:00:00.000Z'));
  await cases.remind(id, { ...place, code: 'after-1' }, timer('2026-03-09T02:00:00.000Z'));
  await act(id, staff.superior, { type: 'Decide', data: { stage: 'consideration', verdict: 'approve', reason: '' } });
  await act(id, staff.head, { type: 'Decide', data: { stage: 'decision', verdict: 'approve', reason: 'setuju' } });
  return id;
};

const putOffThreeTimes: Path = async ({ cases, as, begin }) => {
  const id = await begin('field-duty', { where: 'Ujan Mas' });
  const on = (day: string, by: string, step: Step) => cases.act(id, step, as(by, `2026-03-${day}T02:00:00.000Z`));
  const { hrOfficer, sari, hrHead, head } = staff;
  await on('03', hrOfficer, { type: 'Ask', data: { stage: 'check', question: 'Berapa hari?', of: 'EMPLOYEE' } });
  await on('04', sari, { type: 'Answer', data: { stage: 'check', answer: 'Dua' } });
  await on('05', hrOfficer, { type: 'Decide', data: { stage: 'check', verdict: 'return', reason: 'sebut desanya' } });
  await cases.amend(id, { dossier: { where: 'Ujan Mas Atas' } }, as(sari, '2026-03-06T02:00:00.000Z'));
  await cases.submit(id, as(sari, '2026-03-09T02:00:00.000Z'));
  await on('10', hrOfficer, { type: 'Decide', data: { stage: 'check', verdict: 'approve', reason: '' } });
  const permit = { stage: 'permit', outcome: 'passed', number: '090/17', date: '2026-03-12', note: '' } as const;
  await on('13', hrHead, { type: 'RecordAnswer', data: permit });
  const place = { stage: 'case', round: 2, wait: 'case' } as const;
  await cases.remind(id, { ...place, code: 'before-2' }, as('system:timer', '2026-03-26T02:00:00.000Z'));
  await cases.passDeadline(id, place, as('system:timer', '2026-03-27T02:00:00.000Z'));
  await on('30', head, { type: 'Decide', data: { stage: 'decision', verdict: 'approve', reason: 'setuju' } });
  return id;
};

const batchInPart: Path = async ({ cases, as, act, begin }) => {
  const id = await begin('grade-notices', { period: 'April 2026' }, ['ani', 'budi', staff.hrHead, 'dewi']);
  await act(id, staff.hrHead, { type: 'Decide', data: { stage: 'review', verdict: 'return', reason: 'dewi sudah pensiun' } });
  const lines = ['ani', 'budi', staff.hrHead].map((subject) => ({ subject }));
  await cases.amend(id, { dossier: { period: 'April 2026' }, lines }, as(staff.sari));
  await cases.submit(id, as(staff.sari));
  const verdicts = {
    2: { verdict: 'reject', reason: 'belum dua tahun' },
    3: { verdict: 'leave', reason: '' },
  } as const;
  await act(id, staff.hrHead, { type: 'Decide', data: { stage: 'review', verdict: 'approve', reason: '', lines: verdicts } });
  await act(id, 'sekda', { type: 'Decide', data: { stage: 'decision', verdict: 'approve', reason: 'setuju' } });
  return id;
};

/** What is said of each line is about the person of that line. */
const batchOfEach: Path = async ({ act, begin }) => {
  const id = await begin('grade-notices', { period: 'Mei 2026' }, ['ani', 'budi']);
  const lines = { 2: { verdict: 'reject', reason: 'cuti di luar tanggungan' } } as const;
  await act(id, staff.hrHead, { type: 'Decide', data: { stage: 'review', verdict: 'approve', reason: '', lines } });
  await act(id, 'sekda', { type: 'Decide', data: { stage: 'decision', verdict: 'approve', reason: 'setuju' } });
  return id;
};

/** By the name of the file each is recorded in. */
export const casePaths: Readonly<Record<string, Path>> = {
  'returned-and-approved': returnedAndApproved,
  'deferred-and-cancelled': deferredAndCancelled,
  'batch-in-part': batchInPart,
  'batch-of-each': batchOfEach,
  'asked-and-reminded': askedAndReminded,
  'put-off-three-times': putOffThreeTimes,
};
