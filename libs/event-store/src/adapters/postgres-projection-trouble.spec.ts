import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Message } from '@app/decider';
import type pg from 'pg';
import { chained } from '../chain.js';
import { Codec } from '../codec.js';
import { type EventStore, StoreUnavailable } from '../event-store.js';
import { projection } from '../projection.js';
import type { AnyProjection } from '../projection-fold.js';
import type { ProjectionRunner } from '../projection-runner.js';
import { SharedLog } from '../shared-log.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { MemoryKeyVault } from './memory-keys.js';
import { openPool } from './pool.js';
import { openPostgresEventStore } from './postgres.js';
import { openPostgresIncidents } from './postgres-incidents.js';
import { openPostgresProjections } from './postgres-projections.js';

type Event = Message<'Counted', { n: number }>;
type Row = Readonly<{ sum: number }>;

/** A store whose log cannot be read for so many askings. */
class Faltering {
  failures = 0;
  constructor(private readonly store: EventStore) {}

  get log(): EventStore {
    const { store } = this;
    const fails = () => this.failures > 0 && this.failures-- > 0;
    return new Proxy(store, {
      get: (_, name) => {
        if (name === 'readAll' && fails())
          return () => {
            throw new StoreUnavailable('the reading of the log');
          };
        const of: unknown = Reflect.get(store, name);
        return typeof of === 'function' ? (...args: readonly unknown[]): unknown => Reflect.apply(of, store, args) : of;
      },
    });
  }
}

describe('read models in trouble', () => {
  let database!: TestDatabase;
  let store!: EventStore;
  let faltering!: Faltering;
  let log!: SharedLog;
  let pool!: pg.Pool;
  let poison: number | undefined;
  const running: ProjectionRunner[] = [];

  const sums = (name: string, version = 1): AnyProjection =>
    projection<Row, Event>({
      name,
      version,
      columns: { sum: 'integer' },
      key: ({ stream }) => stream,
      on: {
        Counted: (row, { data: { n } }) => {
          if (n === poison) throw new Error(`${n} is poison`);
          return { sum: (row?.sum ?? 0) + n * version };
        },
      },
    });

  beforeAll(async () => {
    database = await testDatabase();
    store = await openPostgresEventStore({ connectionString: database.connectionString });
    faltering = new Faltering(store);
    log = new SharedLog(faltering.log, new Codec(new MemoryKeyVault()));
    pool = openPool({ connectionString: database.connectionString, max: 3, name: 'trouble' });
  });
  afterEach(async () => {
    poison = undefined;
    for (const runner of running.splice(0)) await runner.close();
  });
  afterAll(async () => {
    await log.close();
    await store.close();
    await pool.end();
    await database.close();
  });

  const run = async (options: Readonly<{ connectionString?: string }>, ...projections: readonly AnyProjection[]) => {
    const { connectionString } = database;
    const runner = openPostgresProjections({ connectionString, store, log, projections, ...options });
    running.push(runner);
    await runner.start();
    return runner;
  };
  const count = async (...numbers: readonly number[]): Promise<Readonly<{ stream: string; position: string }>> => {
    const [stream, commandId] = [`t.${randomUUID()}`, randomUUID()];
    const metadata = { actor: 'x', commandId, correlationId: commandId, causationId: commandId, at: '', tenant: 't' };
    const drafts = numbers.map((n) => ({ id: randomUUID(), type: 'Counted', version: 1, data: { n } }));
    const events = chained(drafts, { stream, revision: 0n, previousHash: '', metadata });
    return { stream, position: (await store.append(stream, events, 'none')).position };
  };
  const sumIn = async (name: string, stream: string) =>
    (await pool.query<Row>(`select sum from rm.${name} where key = $1`, [stream])).rows[0]?.sum;

  it('one that was to be tried again while the log could not be read is not lost', async () => {
    const runner = await run({}, sums('retried'));
    poison = 13;
    const { stream, position } = await count(1, 13);
    await expect(runner.waitFor(position)).rejects.toThrow('not yet at');
    poison = undefined;
    faltering.failures = 1;
    await expect(runner.retry('retried')).rejects.toThrow(StoreUnavailable);
    await pause(10); // the work is begun anew, and the incident is still there
    for (let tries = 0; (await sumIn('retried', stream)) !== 14 && tries < 40; tries += 1) {
      await runner.retry('retried');
      await pause(50);
    }
    await runner.waitFor((await count(5)).position);
    expect(await sumIn('retried', stream)).toBe(14);
  });

  it('one that is behind at the start catches up, also where the log could not be read at first', async () => {
    const both = await run({}, sums('first'), sums('second'));
    await both.waitFor((await count(1)).position);
    await both.close();
    const alone = await run({}, sums('first'));
    const { stream, position } = await count(2);
    await alone.waitFor(position);
    await alone.close();
    faltering.failures = 1;
    const again = await run({}, sums('first'), sums('second'));
    await again.waitFor(position);
    expect(await sumIn('second', stream)).toBe(2);
  });

  it('a new version that stops at an event says so, keeps what was live, and goes on at the word of a person', async () => {
    const before = await run({}, sums('renewed'));
    const { stream, position } = await count(1, 17);
    await before.waitFor(position);
    await before.close();
    poison = 17;
    const runner = await run({}, sums('renewed', 2));
    const incidents = await openPostgresIncidents(pool, runner);
    for (let looks = 0; (await incidents.open()).length === 0 && looks < 100; looks += 1) await pause(50);
    expect(await incidents.open()).toMatchObject([{ kind: 'projection', name: 'renewed', incident: { stream } }]);
    expect(await runner.status()).toMatchObject([
      { name: 'renewed', state: 'stopped', incident: { error: 'Error: 17 is poison' } },
    ]);
    expect(await sumIn('renewed', stream)).toBe(18);

    const [{ id } = { id: '' }] = await incidents.open();
    await incidents.resolve(id, { choice: 'retry', reason: '', by: 'ana' });
    expect(await incidents.open()).toHaveLength(1);
    await incidents.resolve(id, { choice: 'skip', reason: 'nobody’s', by: 'ana' });
    expect(await incidents.open()).toEqual([]);
    await runner.waitFor(position);
    expect(await sumIn('renewed', stream)).toBe(2);
  });

  it('a lock that is in the way is no fault of the event', async () => {
    const hurried = `${database.connectionString}${database.connectionString.includes('?') ? '&' : '?'}options=-c%20lock_timeout%3D50`;
    const runner = await run({ connectionString: hurried }, sums('locked'));
    await runner.waitFor((await count(1)).position);
    const other = await pool.connect();
    await other.query(`begin; lock table rm.locked__g1 in access exclusive mode`);
    const { stream, position } = await count(3);
    await expect(runner.waitFor(position, undefined, 300)).rejects.toThrow('not yet at');
    await other.query('rollback');
    other.release();
    await runner.waitFor(position);
    expect(await sumIn('locked', stream)).toBe(3);
  });

  it('what a process was at when it was killed is done by the next one', async () => {
    const runner = await run({}, sums('asked'));
    await runner.close();
    await pool.query(`insert into rm.projection_requests (verb, name, taken_at) values ('rebuild', 'asked', now())`);
    const next = await run({}, sums('asked'));
    const done = async () =>
      (await pool.query(`select from rm.projection_requests where name = 'asked' and done_at is not null and error is null`))
        .rowCount;
    for (let looks = 0; (await done()) === 0 && looks < 60; looks += 1) await pause(50);
    expect(await next.status()).toMatchObject([{ generation: 2, state: 'live' }]);
  });

  it('what was asked for long ago is forgotten, and what is new is not', async () => {
    const runner = await run({}, sums('forgotten'));
    await pool.query(
      `insert into rm.projection_requests (verb, name, taken_at, done_at)
       select 'retry', 'long ago', now() - days, now() - days from unnest('{2 days,1 hour}'::interval[]) days`,
    );
    const other = openPostgresProjections({
      connectionString: database.connectionString,
      store,
      log,
      projections: [sums('forgotten')],
    });
    await other.rebuild('forgotten');
    await other.close();
    const left = async () =>
      (await pool.query<{ n: number }>(`select count(*)::int n from rm.projection_requests where name = 'long ago'`)).rows[0]?.n;
    for (let looks = 0; (await left()) !== 1 && looks < 60; looks += 1) await pause(50);
    expect(await left()).toBe(1);
    expect(await runner.status()).toMatchObject([{ generation: 2, state: 'live' }]);
  });
});
