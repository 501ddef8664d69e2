import { Kysely, PostgresDialect } from 'kysely';
import { Codec, type EventStore, type PolicyRunner, type ProjectionRunner, SharedLog } from '@app/event-store';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import { openPostgresPolicies } from '@app/event-store/adapters/postgres-policies';
import { openPostgresProjections } from '@app/event-store/adapters/postgres-projections';
import { type TestDatabase, testDatabase } from '@app/event-store/testing';
import { BusinessClock, Sweeper, type Timers } from '@app/scheduling';
import { postgresTimers } from '@app/scheduling/adapters/bullmq';
import { type AuditTables, reviewIdsOf, reviewOf, reviewsOf } from '@app/domain/audit';
import { noticesOf, type NotificationTables, unreadOf } from '@app/domain/notification';
import { obligationsOf, type ObligationsTables, openObligationsOf, owedAfter } from '@app/domain/obligations';
import { openDesk } from '../mutation/testing/desk.js';
import { calendar, people } from '../mutation/testing/small-town.js';
import { policies, projections } from './catalogue.js';
import { dispatch } from './dispatch.js';
import { DueInstantsTable, type DueInstantsTables } from './due-instants-query.js';
import { personalFields } from './personal-fields.js';
import { depsOf } from './testing/deps.js';
import { ZONE } from './zone.js';

type Tables = ObligationsTables & NotificationTables & AuditTables & DueInstantsTables;

const DAY = 86_400_000;

describe('duties and reminders on PostgreSQL and its queue', () => {
  const clock = new BusinessClock(ZONE);
  let database: TestDatabase;
  let store: EventStore;
  let log: SharedLog;
  let readModels: ProjectionRunner;
  let reactions: PolicyRunner;
  let timers: Timers;
  let db: Kysely<Tables>;
  let deps: ReturnType<typeof depsOf>;
  let metaNow: () => Parameters<ReturnType<typeof depsOf>['reviews']['execute']>[2];

  beforeAll(async () => {
    database = await testDatabase();
    const { connectionString } = database;
    store = await openPostgresEventStore({ connectionString });
    const codec = new Codec(new MemoryKeyVault(), { personalFields });
    log = new SharedLog(store, codec);
    const desk = openDesk(store, codec);
    deps = depsOf(desk, clock, []);
    metaNow = () => desk.as('system:spec', { at: clock.now() }).meta;
    readModels = openPostgresProjections({ connectionString, store, log, projections });
    await readModels.start();
    reactions = openPostgresPolicies({ connectionString, store, log, policies, deps });
    await reactions.start();
    timers = await postgresTimers(connectionString, { queue: 'spec' });
    db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool({ connectionString, max: 2, name: 'spec' }) }) });
  }, 60_000);
  afterAll(async () => {
    await timers.close();
    await reactions.close();
    await readModels.close();
    await log.close();
    await store.close();
    await db.destroy();
    await database.close();
  }, 60_000);

  const caughtUp = async () => {
    await reactions.settle(20_000);
    const head = await store.head();
    if (head !== undefined) await readModels.waitFor(head);
  };
  const jump = (days: number) => clock.follow(clock.offsetMs + days * DAY);
  /** Resolves once a person has so many notices; whoever changes a read model says so. */
  const told = (person: string, count: number) =>
    new Promise<readonly string[]>((resolve, reject) => {
      const look = async () => {
        const rows = await noticesOf(db, person, { limit: 50 });
        if (rows.length >= count) resolve(rows.map(({ code }) => code));
      };
      readModels.onChange(({ names }) => names.includes('notices') && void look().catch(reject));
      look().catch(reject);
    });
  const sweeping = () => {
    const instants = new DueInstantsTable(db);
    const sweeper = new Sweeper({ timers, clock, instants, fire: dispatch(deps, instants), everyMs: 200 });
    sweeper.start();
    return sweeper;
  };

  it('each reminder goes out once, although the queue is emptied and the sweeper begins anew', async () => {
    const commands = owedAfter('case-1', { employeeId: people.sari, toAgency: 'tujuan' }, clock.today(), calendar, clock.now());
    for (const command of commands) await deps.obligations.execute(command.data.id, command, metaNow());
    await caughtUp();
    expect(await openObligationsOf(db, 'case-1')).toHaveLength(6);

    const first = sweeping();
    jump(24); // the month's duty is due in a week at the latest
    expect(await told(people.sari, 1)).toEqual(['obligation-due-in-a-week']);
    await first.stop();
    await timers.clear();

    const second = sweeping();
    jump(20);
    expect(await told(people.sari, 2)).toEqual(['obligation-overdue', 'obligation-due-in-a-week']);
    expect(await told(people.destHead, 1)).toEqual(['obligation-escalated']);
    await second.stop();
    await caughtUp();
    expect((await noticesOf(db, people.sari, { limit: 50 })).map(({ code }) => code)).toHaveLength(2);
    const unread = await unreadOf(db, people.sari);
    expect(unread).toHaveLength(2);
    const [newest, older] = await noticesOf(db, people.sari, { limit: 50 });
    await deps.notices.execute(newest?.id ?? '', { type: 'ReadNotice', data: { by: people.sari, at: clock.now() } }, metaNow());
    await caughtUp();
    // A full page of what is asked for, whatever lies between.
    expect((await noticesOf(db, people.sari, { limit: 1, unread: true })).map(({ id }) => id)).toEqual([older?.id]);
    expect(await new DueInstantsTable(db).overdue(clock.now())).toEqual({ count: 0, oldestSeconds: 0 });
  }, 60_000);

  it('what is owed is listed by due day, page by page, for those whom it concerns', async () => {
    const asked = { today: clock.today(), limit: 2 };
    const page = await obligationsOf(db, { ...asked, kind: 'evaluation', offices: ['head:tujuan'] });
    expect(page.map(({ code }) => code)).toEqual(['evaluation-3m', 'evaluation-6m']);
    const last = page.at(-1);
    const rest = await obligationsOf(db, {
      ...asked,
      kind: 'evaluation',
      after: { dueOn: last?.due_on ?? '', id: last?.id ?? '' },
    });
    expect(rest.map(({ code }) => code)).toEqual(['evaluation-12m']);
    expect((await obligationsOf(db, { ...asked, status: 'overdue' })).map(({ code }) => code)).toEqual(['training-1m']);
    expect(await obligationsOf(db, { ...asked, offices: ['head:elsewhere'] })).toEqual([]);
    expect(await obligationsOf(db, { ...asked, offices: [] })).toEqual([]);
  });

  it('reviews are listed oldest decision first, and are gone from the open ones once closed', async () => {
    const decided = {
      caseId: 'case-1',
      subject: people.sari,
      stage: 'acceptance',
      round: 1,
      verdict: 'approve',
      decidedBy: people.destHead,
      office: 'head:tujuan',
      agency: 'tujuan',
    };
    const opens = ['2026-03-02T02:00:00.000Z', '2026-03-02T03:00:00.000Z'].map((at, index) =>
      reviewOf({ ...decided, decision: `event-${index}`, decidedAt: at }, calendar, at),
    );
    for (const open of opens) await deps.reviews.execute(open.data.id, open, metaNow());
    await caughtUp();
    const ids = opens.map(({ data }) => data.id);
    expect(await reviewIdsOf(db, 'case-1')).toEqual(ids);
    const page = await reviewsOf(db, { status: 'open', limit: 1 });
    expect(page.map(({ id }) => id)).toEqual(ids.slice(0, 1));
    const concerning = (person: string, ...offices: string[]) => reviewsOf(db, { concerning: { person, offices }, limit: 1 });
    expect((await concerning(people.destHead)).map(({ id }) => id)).toEqual(ids.slice(0, 1));
    expect((await concerning('somebody', 'head:tujuan')).map(({ id }) => id)).toEqual(ids.slice(0, 1));
    expect(await concerning('somebody', 'head:elsewhere')).toEqual([]);
    const [first] = page;
    expect(
      (await reviewsOf(db, { limit: 9, after: { decidedAt: first?.decided_at ?? '', id: first?.id ?? '' } })).map(({ id }) => id),
    ).toEqual(ids.slice(1));

    const close = {
      by: people.auditor,
      offices: ['auditor'],
      agencies: ['inspektorat'],
      at: clock.now(),
      outcome: 'clean',
      note: '',
    } as const;
    const { closed, refused } = await deps.reviews.closeAll([...ids, 'nobody'], { type: 'CloseReview', data: close }, () =>
      metaNow(),
    );
    expect([closed.length, [...refused.values()].map(({ code }) => code)]).toEqual([2, ['audit.unknown']]);
    await caughtUp();
    expect(await reviewsOf(db, { caseId: 'case-1', status: 'open', limit: 9 })).toEqual([]);
  });
});
