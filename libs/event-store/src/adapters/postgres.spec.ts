import { randomUUID } from 'node:crypto';
import { itKeepsEvents } from '../event-store.contract.js';
import type { EventStore, Expected, NewEvent, Recorded } from '../event-store.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { openPool } from './pool.js';
import { isUnreachable } from './postgres-errors.js';
import { openPostgresEventStore } from './postgres.js';

itKeepsEvents('PostgreSQL', async () => {
  const { connectionString, close } = await testDatabase();
  const open = () => openPostgresEventStore({ connectionString });
  return { store: await open(), another: open, dispose: close };
});

/** Events that come with their JSON are handed to this process's own readers without being read. */
const withJson = (event: NewEvent): NewEvent => ({
  ...event,
  text: { data: JSON.stringify(event.data), metadata: JSON.stringify(event.metadata) },
});
const writesJson = (store: EventStore): EventStore =>
  Object.assign(Object.create(store) as EventStore, {
    append: (stream: string, events: readonly NewEvent[], expected: Expected) =>
      store.append(stream, events.map(withJson), expected),
  });

itKeepsEvents('PostgreSQL, where events come with their JSON', async () => {
  const { connectionString, close } = await testDatabase();
  const open = async () => writesJson(await openPostgresEventStore({ connectionString }));
  return { store: await open(), another: open, dispose: close };
});

const happened = (n: number, filling = ''): NewEvent => {
  const id = randomUUID();
  const metadata = {
    actor: '',
    commandId: id,
    correlationId: id,
    causationId: id,
    at: '',
    tenant: '',
    hash: '',
    previousHash: '',
  };
  return { id, type: 'Happened', version: 1, data: { n, filling }, metadata };
};

describe('PostgreSQL', () => {
  let database!: TestDatabase;
  let store!: EventStore;
  beforeAll(async () => {
    database = await testDatabase();
    store = await openPostgresEventStore({ connectionString: database.connectionString });
  });
  afterAll(async () => {
    await store.close();
    await database.close();
  });

  it('keeps what it acknowledged, once, while connections break under it, and readers see it all', async () => {
    const writers = 20;
    const each = 20;
    const subscription = store.subscribe();
    const seen: Recorded[] = [];
    const following = (async () => {
      for await (const batch of subscription) {
        seen.push(...batch);
        if (seen.length >= writers * each) return;
      }
    })();
    const breaker = openPool({ connectionString: database.connectionString, max: 1, name: 'breaker' });
    // Every tenth acknowledgement breaks all connections, the reader's too, while the other writers are under way.
    const breaks: Promise<number>[] = [];
    const breakAll = async () => {
      const { rowCount } = await breaker.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'alur store' and datname = current_database()`,
      );
      return rowCount ?? 0;
    };
    const acknowledged: string[] = [];
    const writer = async () => {
      const stream = randomUUID();
      for (let n = 0; n < each; n += 1) {
        const event = n % 3 === 0 ? happened(n) : withJson(happened(n));
        const append = (): Promise<unknown> =>
          store.append(stream, [event], n === 0 ? 'none' : BigInt(n - 1)).catch((error: unknown) => {
            if (isUnreachable(error)) return append(); // what a caller does that was told nothing: the same again
            throw error;
          });
        await append();
        acknowledged.push(event.id);
        if (acknowledged.length % 10 === 0) breaks.push(breakAll());
      }
    };
    await Promise.all(Array.from({ length: writers }, writer));
    const broken = await Promise.all(breaks);
    await breaker.end();
    await following;
    await subscription.close();

    expect(broken.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(broken.length / 4);
    expect(seen.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: writers * each }, (_, n) => String(n + 1)));
    expect(await store.head()).toBe(String(writers * each));
  }, 60_000);

  it('gives what it has just written, what another process wrote between and what is long past, in one order', async () => {
    const other = await openPostgresEventStore({ connectionString: database.connectionString });
    const from = await store.head();
    const [mine, theirs] = [randomUUID(), randomUUID()];
    for (let n = 0; n < 6_000; n += 1_000) {
      const events = Array.from({ length: 1_000 }, (_, k) => withJson(happened(n + k)));
      await store.append(mine, events, n === 0 ? 'none' : BigInt(n - 1));
      await other.append(theirs, [withJson(happened(n))], n === 0 ? 'none' : BigInt(n / 1_000 - 1));
    }
    const read = async (of: EventStore) => {
      const all: Recorded[] = [];
      for await (const batch of of.readAll(from)) all.push(...batch);
      return all;
    };
    const [here, there] = [await read(store), await read(other)];
    expect(here).toHaveLength(6_006);
    expect(here).toStrictEqual(there);
    await other.close();
  });

  it('streams a stream of a hundred thousand events within little memory', async () => {
    const stream = randomUUID();
    const pool = openPool({ connectionString: database.connectionString, max: 1, name: 'filler' });
    await pool.query(
      `with filled as (
         insert into es.events (position, stream, revision, id, type, version, data, metadata)
         select h.position + n, $1, n - 1, gen_random_uuid(), 'Happened', 1,
           json_build_object('n', n, 'filling', repeat('x', 1000)), json_build_object('commandId', n)
         from es.log_head h, generate_series(1, 100000) n)
       update es.log_head set position = position + 100000`,
      [stream],
    );
    await pool.end();
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    let count = 0;
    let most = 0;
    for await (const { revision } of store.read(stream)) {
      if (revision !== BigInt(count)) throw new Error(`${revision} came as number ${count}`);
      count += 1;
      if (count % 1000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(count).toBe(100_000);
    expect(most).toBeLessThan(200e6); // the whole is about 130 MB of JSON, and twice that as objects
  }, 60_000);
});
