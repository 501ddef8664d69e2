import { randomUUID } from 'node:crypto';
import { itKeepsEvents } from '../event-store.contract.js';
import type { EventStore, NewEvent, Recorded } from '../event-store.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { openPool } from './pool.js';
import { openPostgresEventStore } from './postgres.js';

itKeepsEvents('PostgreSQL', async () => {
  const { connectionString, close } = await testDatabase();
  const open = () => openPostgresEventStore({ connectionString });
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
    const subscription = store.subscribe();
    const seen: Recorded[] = [];
    const acknowledged: string[] = [];
    const following = (async () => {
      for await (const batch of subscription) seen.push(...batch);
    })();
    const breaker = openPool({ connectionString: database.connectionString, max: 1, name: 'breaker' });
    let writing = true;
    const breaking = (async () => {
      while (writing) {
        await breaker.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'alur store' and datname = current_database()`,
        );
        await breaker.query('select pg_sleep(0.03)');
      }
    })();
    const writer = async () => {
      const stream = randomUUID();
      for (let n = 0; n < 20; n += 1) {
        const event = happened(n);
        await store.append(stream, [event], n === 0 ? 'none' : BigInt(n - 1));
        acknowledged.push(event.id);
      }
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, writer));
    writing = false;
    await breaking;
    await breaker.end();

    const head = BigInt((await store.head()) ?? 0);
    while (BigInt(seen.at(-1)?.position ?? 0) < head) await new Promise((resolve) => setTimeout(resolve, 20)); // the subscription has no other end
    await subscription.close();
    await following;
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: Number(head) }, (_, n) => String(n + 1)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  }, 60_000);

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
