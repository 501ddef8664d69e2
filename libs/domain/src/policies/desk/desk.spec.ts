import { Codec, type EventStore, type ProjectionRunner, SharedLog } from '@app/event-store';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import { openPostgresProjections } from '@app/event-store/adapters/postgres-projections';
import { testDatabase, type TestDatabase } from '@app/event-store/testing';
import { Kysely, PostgresDialect } from 'kysely';
import {
  claimsOn,
  documentsOf,
  leavingPost,
  type MutationTables,
  personalFields,
  projections,
  promisesOn,
  proposalsOf,
} from '@app/domain/mutation';
import { openDesk } from '../../mutation/testing/desk.js';
import { people } from '../../mutation/testing/small-town.js';
import { deskProjections } from './index.js';
import { type DeskTables, inboxOf } from './queries.js';
import { timelineOf } from './timeline.js';

describe('the read models of transfers', () => {
  let database: TestDatabase;
  let store: EventStore;
  let log: SharedLog;
  let runner: ProjectionRunner;
  let db: Kysely<MutationTables & DeskTables>;
  let desk: ReturnType<typeof openDesk>;

  beforeAll(async () => {
    database = await testDatabase();
    const { connectionString } = database;
    store = await openPostgresEventStore({ connectionString });
    const codec = new Codec(new MemoryKeyVault(), { personalFields });
    log = new SharedLog(store, codec);
    desk = openDesk(store, codec);
    runner = openPostgresProjections({ connectionString, store, log, projections: [...projections, ...deskProjections] });
    await runner.start();
    db = new Kysely<MutationTables & DeskTables>({
      dialect: new PostgresDialect({ pool: openPool({ connectionString, max: 2, name: 'spec' }) }),
    });
  }, 60_000);
  afterAll(async () => {
    await runner.close();
    await log.close();
    await store.close();
    await db.destroy();
    await database.close();
  });

  const caughtUp = async () => {
    const head = await store.head();
    if (head !== undefined) await runner.waitFor(head);
  };
  const waitingFor = async (person: string, ...offices: string[]) => {
    await caughtUp();
    return (await inboxOf(db, { view: 'waiting', person, offices, limit: 50 })).map(({ id, stage }) => [id, stage]);
  };

  it('show a case where it waits, and to whom', async () => {
    const { proposals, drafted, approve, accepted, as } = desk;
    const id = await drafted();
    await caughtUp();
    expect(await proposalsOf(db, { limit: 10 })).toMatchObject([
      { id, status: 'draft', stage: 'submission', employee_id: people.sari, to_post: 'post-new' },
    ]);
    expect(await proposalsOf(db, { limit: 10, reader: { person: 'auditor', offices: ['auditor'], all: true } })).toEqual([]);

    await proposals.submit(id, as(people.originHead));
    expect(await waitingFor(people.destHead, 'head:tujuan')).toEqual([[id, 'acceptance']]);
    expect(await waitingFor(people.originHead, 'head:asal')).toEqual([]);
    expect(await claimsOn(db, 'person', people.sari)).toMatchObject([{ case_id: id, status: 'promised' }]);
    expect((await promisesOn(db, ['post-new', 'post-x'])).get('post-new')).toBe(1);

    await approve(id, 'acceptance', people.destHead);
    expect(await waitingFor(people.sari)).toEqual([[id, 'consent']]);
    await approve(id, 'consent', people.sari);
    await accepted(id);
    const returned = await proposals.decide(
      id,
      { stage: 'verification', verdict: 'return', reason: 'perbaiki' },
      as(people.officer),
    );
    expect(returned.state.workflow.status).toBe('returned');
    await caughtUp();
    const [back] = await inboxOf(db, { view: 'returned', person: people.originHead, offices: ['head:asal'], limit: 50 });
    expect(back).toMatchObject({ id, status: 'returned', round: 2, due_on: '2026-03-16' });
    const open = (person: string, office: string) => inboxOf(db, { view: 'open', person, offices: [office], limit: 50 });
    expect(await open(people.originHead, 'head:asal')).toMatchObject([{ id }]);
    expect(await open(people.officer, 'hr-officer')).toEqual([]);

    await proposals.submit(id, as(people.originHead));
    await approve(id, 'verification', people.officer);
    await approve(id, 'hr_review', people.hrHead);
    await approve(id, 'tpk', 'tpk-1');
    expect(await waitingFor('tpk-1', 'tpk')).toEqual([]);
    expect(await waitingFor('tpk-2', 'tpk')).toEqual([[id, 'tpk']]);
    await approve(id, 'tpk', 'tpk-2');
    await approve(id, 'tpk', 'tpk-3');
    await approve(id, 'forwarding', people.secretary);
    await approve(id, 'decision', people.regent);
    expect(await waitingFor(people.officer, 'hr-officer')).toEqual([[id, 'decree']]);
    expect(await leavingPost(db, 'post-old', '2026-12-31')).toEqual([]);

    await proposals.decree(id, { date: '2026-03-02', effectiveDate: '2026-04-01' }, as(people.officer));
    expect(await waitingFor(people.officer, 'hr-officer')).toEqual([]);
    expect(await leavingPost(db, 'post-old', '2026-04-01')).toEqual([people.sari]);
    const [row] = await proposalsOf(db, { limit: 10, matching: { text: '001/BKPSDM', employees: [] } });
    expect(row).toMatchObject({
      id,
      status: 'decreed',
      decree_number: '800.1.3.3/001/BKPSDM/2026',
      decree_effective_date: '2026-04-01',
    });
    expect(
      (await inboxOf(db, { view: 'done', person: people.secretary, offices: ['secretary'], limit: 10 })).map((line) => line.id),
    ).toEqual([id]);
    expect(await inboxOf(db, { view: 'mine', person: people.originHead, offices: ['head:asal'], limit: 10 })).toHaveLength(1);
    expect((await documentsOf(db, id)).every(({ verdict }) => verdict === 'accepted')).toBe(true);
  });

  it('tell everything that happened, in order, page by page', async () => {
    const [row] = await proposalsOf(db, { limit: 1 });
    const id = row?.id ?? '';
    const all = await timelineOf(log, `kepahiang.mutation-${id}`, { limit: 500 });
    expect(all.map(({ revision }) => revision)).toEqual(all.map((_, n) => n));
    expect(all.find(({ type }) => type === 'CaseReturned')).toMatchObject({
      reason: 'perbaiki',
      actor: people.officer,
      office: 'hr-officer',
      kind: 'definitive',
    });
    const page = await timelineOf(log, `kepahiang.mutation-${id}`, { limit: 5 });
    expect(await timelineOf(log, `kepahiang.mutation-${id}`, { limit: 500, after: page.at(-1)?.revision ?? 0 })).toEqual(
      all.slice(5),
    );
  });

  it('list newest first, and go on after a cursor', async () => {
    const { drafted } = desk;
    await drafted();
    await drafted();
    await caughtUp();
    const all = await proposalsOf(db, { limit: 10 });
    const [first] = all;
    const rest = await proposalsOf(db, { limit: 10, cursor: [first?.updated_at ?? '', first?.id ?? ''] });
    expect(rest.map(({ id }) => id)).toEqual(all.slice(1).map(({ id }) => id));
    expect(
      await proposalsOf(db, {
        limit: 10,
        status: 'draft',
        unit: 'tujuan',
        reader: { person: people.originHead, offices: ['head:asal'], all: false },
      }),
    ).toHaveLength(2);
  });

  it('keep free text sealed in the log', async () => {
    for await (const batch of store.readAll())
      for (const event of batch)
        if (event.type === 'ProposalDrafted') expect(JSON.stringify(event.data)).not.toContain('kebutuhan organisasi');
  });

  it('keep a draft its proposer’s, also once he has withdrawn it', async () => {
    const { drafted, proposals, as } = desk;
    const id = await drafted(people.originHead, { employeeId: 'joko' });
    await proposals.withdraw(id, { reason: 'batal' }, as(people.originHead));
    await caughtUp();
    const seenBy = async (person: string, offices: readonly string[], all: boolean) =>
      (await proposalsOf(db, { limit: 50, reader: { person, offices, all } })).some((row) => row.id === id);
    expect(await seenBy(people.originHead, ['head:asal'], false)).toBe(true);
    expect([await seenBy('joko', [], false), await seenBy(people.auditor, ['auditor'], true)]).toEqual([false, false]);
  });

  it('show nobody what waits for another of the same role', async () => {
    const { drafted, proposals, approve, as } = desk;
    const id = await drafted(people.originHead, { employeeId: 'wati', targetPositionId: 'post-of-wati' });
    await proposals.submit(id, as(people.originHead));
    await approve(id, 'acceptance', people.destHead);
    await caughtUp();
    const asked = { view: 'waiting', limit: 50 } as const;
    const roles = ['EMPLOYEE', 'AGENCY_HEAD', 'UNIT_HEAD'];
    expect(await inboxOf(db, { ...asked, person: 'wati', offices: ['person:wati'], roles })).toMatchObject([{ id }]);
    expect(await inboxOf(db, { ...asked, person: 'joko', offices: ['person:joko'], roles })).toEqual([]);
    await proposals.withdraw(id, { reason: 'batal' }, as(people.originHead));
  });

  it('show a stage that opened while its office was vacant to whoever fills the office later', async () => {
    const { facts, drafted, broughtTo, proposals, as } = desk;
    const { holders } = facts;
    facts.holders = { ...holders, HR_HEAD: [] };
    const id = await drafted(people.originHead, { employeeId: 'wati', targetPositionId: 'post-of-wati' });
    await broughtTo(id, 'hr_review', 'wati');
    facts.holders = holders;
    await caughtUp();
    const asked = { view: 'waiting', person: people.hrHead, offices: ['head:hr'], limit: 50 } as const;
    expect(await inboxOf(db, { ...asked, roles: ['HR_HEAD'] })).toMatchObject([{ id, stage: 'hr_review' }]);
    expect(await inboxOf(db, { ...asked, roles: ['AGENCY_HEAD'] })).toEqual([]);
    await proposals.withdraw(id, { reason: 'batal' }, as(people.originHead));
  });
});
