import { randomUUID } from 'node:crypto';
import type { Message } from '@app/decider';
import type pg from 'pg';
import { Codec } from '../codec.js';
import type { EventStore, NewEvent, Recorded } from '../event-store.js';
import { type Projection, projection } from '../projection.js';
import { type AnyProjection, project } from '../projection-fold.js';
import { Lagging, type ProjectionRunner } from '../projection-runner.js';
import { SharedLog } from '../shared-log.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { MemoryKeyVault } from './memory-keys.js';
import { openPool } from './pool.js';
import { openPostgresEventStore } from './postgres.js';
import { openPostgresProjections } from './postgres-projections.js';

type Row = Readonly<Record<string, unknown> & { key: string }>;

type Event =
  | Message<'Opened', { owner: string; on: string; at: string; tags: readonly string[] }>
  | Message<'Paid', { amount: number }>
  | Message<'Closed', object>;

type AccountRow = Readonly<{
  owner: string;
  opened_on: string;
  opened_at: string;
  tags: readonly string[];
  balance: number;
  total: number;
  last: Readonly<{ amount: number }> | null;
}>;

const accounts = projection<AccountRow, Event>({
  name: 'accounts',
  version: 1,
  columns: {
    owner: 'text',
    opened_on: 'date',
    opened_at: 'timestamptz',
    tags: 'text[]',
    balance: 'integer',
    total: 'bigint',
    last: 'jsonb',
  },
  indexes: [['owner', 'opened_on'], ['tags'], ['last']],
  key: ({ stream }) => stream,
  on: {
    Opened: (_, { data }) => ({
      owner: data.owner,
      opened_on: data.on,
      opened_at: data.at,
      tags: data.tags,
      balance: 0,
      total: 0,
      last: null,
    }),
    Paid: (row, { data }) =>
      row && {
        ...row,
        balance: row.balance + data.amount,
        total: row.total + Math.abs(data.amount),
        last: { amount: data.amount },
      },
    Closed: () => undefined,
  },
});

const fragile = projection<Readonly<{ payments: number }>, Event>({
  name: 'fragile',
  version: 1,
  columns: { payments: 'integer' },
  key: ({ stream }) => stream,
  on: {
    Paid: (row, { data }) => {
      if (data.amount === 13 && !mended) throw new Error('thirteen');
      return { payments: (row?.payments ?? 0) + 1 };
    },
  },
});
let mended = false;

const happened = (event: Event): NewEvent => {
  const id = randomUUID();
  const metadata = {
    actor: 'ana',
    commandId: id,
    correlationId: id,
    causationId: id,
    at: '',
    tenant: 'test',
    hash: '',
    previousHash: '',
  };
  return { id, type: event.type, version: 1, data: { ...event.data }, metadata };
};

const opened: Event = {
  type: 'Opened',
  data: { owner: 'ana "x" \\ \u0000', on: '2026-02-28', at: '2026-03-02T09:00:00Z', tags: ['a,b', 'c'] },
};
const paid = (amount: number): Event => ({ type: 'Paid', data: { amount } });

describe('projections in PostgreSQL', () => {
  let database!: TestDatabase;
  let store!: EventStore;
  let log!: SharedLog;
  let pool!: pg.Pool;
  const running: ProjectionRunner[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    store = await openPostgresEventStore({ connectionString: database.connectionString });
    log = new SharedLog(store, new Codec(new MemoryKeyVault()));
    pool = openPool({ connectionString: database.connectionString, max: 2, name: 'spec' });
  });
  afterEach(async () => {
    for (const runner of running.splice(0)) await runner.close();
  });
  afterAll(async () => {
    await log.close();
    await store.close();
    await pool.end();
    await database.close();
  });

  const run = async (...projections: readonly AnyProjection[]) => {
    const runner = openPostgresProjections({ connectionString: database.connectionString, store, log, projections });
    running.push(runner);
    await runner.start();
    return runner;
  };
  const append = async (stream: string, events: readonly Event[], from = 0) =>
    (await store.append(stream, events.map(happened), from === 0 ? 'none' : BigInt(from - 1))).position;
  const rowsOf = async (name: string) => (await pool.query<Row>(`select * from rm.${name} order by key`)).rows;
  const read = async (stream: string) => (await pool.query<Row>('select * from rm.accounts where key = $1', [stream])).rows;

  it('are tables whose rows follow the events', async () => {
    const runner = await run(accounts);
    const stream = `account-${randomUUID()}`;
    await runner.waitFor(await append(stream, [opened, paid(5)]));
    await runner.waitFor(await append(stream, [paid(-2)], 2), ['accounts']);
    expect(await read(stream)).toEqual([
      {
        key: stream,
        owner: 'ana "x" \\ ',
        opened_on: '2026-02-28',
        opened_at: '2026-03-02T09:00:00.000Z',
        tags: ['a,b', 'c'],
        balance: 3,
        total: '7',
        last: { amount: -2 },
      },
    ]);
    await runner.waitFor(await append(stream, [{ type: 'Closed', data: {} }], 3));
    expect(await read(stream)).toEqual([]);
  });

  it('go on where they were, and count every event once', async () => {
    const stream = `account-${randomUUID()}`;
    const first = await run(accounts);
    await first.waitFor(await append(stream, [opened, ...Array.from({ length: 50 }, () => paid(1))]));
    await first.close();
    const position = await append(stream, [paid(1)], 51);
    const second = await run(accounts);
    await second.waitFor(position);
    expect(await read(stream)).toMatchObject([{ balance: 51, total: '51', opened_on: '2026-02-28', tags: ['a,b', 'c'] }]);
  });

  it('are rebuilt beside the live table, which goes on', async () => {
    const runner = await run(accounts);
    const streams = Array.from({ length: 20 }, () => `account-${randomUUID()}`);
    await Promise.all(streams.map((stream) => append(stream, [opened, paid(1)])));
    const [before] = await runner.status();
    const rebuilt = runner.rebuild('accounts');
    const positions = await Promise.all(streams.map((stream) => append(stream, [paid(2)], 2)));
    await Promise.all(positions.map((position) => runner.waitFor(position)));
    await rebuilt;
    const kept = await rowsOf('accounts');
    expect(kept.filter(({ balance }) => balance === 3)).toHaveLength(20);
    expect(await runner.status()).toMatchObject([{ generation: Number(before?.generation) + 1, state: 'live' }]);
    expect(
      (await pool.query(`select from pg_tables where schemaname = 'rm' and tablename like 'accounts\\_\\_g%'`)).rowCount,
    ).toBe(1);
    await runner.waitFor(await append(streams[0] ?? '', [paid(4)], 3));
    expect(await read(streams[0] ?? '')).toMatchObject([{ balance: 7 }]);
  });

  it('equal a rebuild from the events', async () => {
    const runner = await run(accounts);
    await runner.waitFor((await store.head()) ?? '');
    const before = await rowsOf('accounts');
    await runner.rebuild('accounts');
    expect(await rowsOf('accounts')).toEqual(before);
  });

  it('are rebuilt when their version has changed', async () => {
    await (await run(accounts)).close();
    const owners: Projection<Readonly<{ who: string }>, Event> = {
      name: 'accounts',
      version: 2,
      columns: { who: 'text' },
      key: ({ stream }) => stream,
      on: { Opened: (_, { data }) => ({ who: data.owner }) },
    };
    const runner = await run(owners);
    await runner.waitFor((await store.head()) ?? '');
    expect(Object.keys((await rowsOf('accounts'))[0] ?? {})).toEqual(['key', 'who']);
    await runner.close();
    const back = await run(accounts);
    await back.waitFor((await store.head()) ?? '');
    expect((await rowsOf('accounts')).length).toBeGreaterThan(20);
  });

  it('stop alone where they throw, say so, and can try again', async () => {
    const runner = await run(accounts, fragile);
    const stream = `account-${randomUUID()}`;
    const position = await append(stream, [opened, paid(1), paid(13), paid(1)]);
    await runner.waitFor(position, ['accounts']);
    expect(await read(stream)).toMatchObject([{ balance: 15 }]);
    await expect(runner.waitFor(position, ['fragile'])).rejects.toThrow(Lagging);
    const stopped = (await runner.status()).find(({ name }) => name === 'fragile');
    expect(stopped).toMatchObject({ state: 'stopped', incident: { eventType: 'Paid', error: 'Error: thirteen' } });
    expect((await rowsOf('fragile')).find(({ key }) => key === stream)).toMatchObject({ payments: 1 });

    await runner.retry('fragile');
    expect((await runner.status()).find(({ name }) => name === 'fragile')?.state).toBe('stopped');
    mended = true;
    await runner.retry('fragile');
    await runner.waitFor(position);
    expect((await rowsOf('fragile')).find(({ key }) => key === stream)).toMatchObject({ payments: 3 });
  });

  it('stop alone where the database refuses a row', async () => {
    const stream = `account-${randomUUID()}`;
    const narrow: AnyProjection = projection<Readonly<{ amount: number }>, Event>({
      name: 'narrow',
      version: 1,
      columns: { amount: 'integer' },
      key: (event) => `${event.stream} ${event.revision}`,
      on: { Paid: (_, { data }) => ({ amount: data.amount === 7 ? 3.5 : data.amount }) },
    });
    const runner = await run(accounts, narrow);
    const position = await append(stream, [opened, paid(2), paid(7)]);
    await expect(runner.waitFor(position, ['narrow'])).rejects.toThrow(Lagging);
    expect((await runner.status()).find(({ name }) => name === 'narrow')).toMatchObject({
      state: 'stopped',
      incident: { eventType: 'Paid' },
    });
    expect((await rowsOf('narrow')).map(({ key }) => key)).toContain(`${stream} 1`);
  });

  it('run in one process of several, and the next one takes over', async () => {
    const one = await run(accounts);
    const two = await run(accounts);
    const stream = `account-${randomUUID()}`;
    const changes: string[] = [];
    two.onChange(({ names }) => changes.push(...names));
    await two.waitFor(await append(stream, [opened, paid(1)]), ['accounts']);
    expect(await read(stream)).toMatchObject([{ balance: 1 }]);
    expect(changes).toContain('accounts');
    const [before] = await two.status();
    await two.rebuild('accounts');
    expect(await two.status()).toMatchObject([{ generation: Number(before?.generation) + 1, state: 'live' }]);
    await expect(two.rebuild('nothing')).rejects.toThrow(RangeError);
    await one.close();
    await two.waitFor(await append(stream, [paid(1)], 2));
    expect(await read(stream)).toMatchObject([{ balance: 2 }]);
  });

  it('wait while they are paused', async () => {
    const runner = await run(accounts);
    await runner.pause();
    const stream = `account-${randomUUID()}`;
    const position = await append(stream, [opened]);
    await expect(runner.waitFor(position, ['accounts'], 50)).rejects.toThrow(Lagging);
    runner.resume();
    await runner.waitFor(position);
    expect(await read(stream)).toHaveLength(1);
  });

  it('are the same as the pure form', async () => {
    const runner = await run(accounts);
    await runner.waitFor((await store.head()) ?? '');
    const pure = new Map<string, unknown>();
    const events: Recorded[] = [];
    for await (const batch of log.readAll(undefined)) events.push(...batch);
    for (const [key, { balance }] of project(accounts, events)) pure.set(key, balance);
    const rows = await rowsOf('accounts');
    expect(new Map(rows.map((row) => [row.key, row['balance']]))).toEqual(pure);
  });
});
