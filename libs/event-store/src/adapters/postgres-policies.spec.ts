import { randomUUID } from 'node:crypto';
import type { Message } from '@app/decider';
import { Codec } from '../codec.js';
import type { EventStore, NewEvent } from '../event-store.js';
import { type AnyPolicy, policy, type PolicyRunner } from '../policy.js';
import { SharedLog } from '../shared-log.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { MemoryKeyVault } from './memory-keys.js';
import { openPostgresEventStore } from './postgres.js';
import { openPostgresPolicies } from './postgres-policies.js';

type Event = Message<'Asked', { n: number }> | Message<'Answered', { n: number }>;
type Deps = Readonly<{ handled: string[]; broken: { is: boolean }; answer: (stream: string, id: string) => Promise<void> }>;

const happened = (event: Event, id: string = randomUUID()): NewEvent => {
  const metadata = {
    actor: 'ana',
    commandId: id,
    correlationId: 'c',
    causationId: id,
    at: '2026-03-02T09:00:00.000Z',
    tenant: 'test',
    hash: '',
    previousHash: '',
  };
  return { id, type: event.type, version: 1, data: event.data, metadata };
};

describe('policies in PostgreSQL', () => {
  let database!: TestDatabase;
  let store!: EventStore;
  let log!: SharedLog;
  let deps!: Deps;
  const running: PolicyRunner[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    store = await openPostgresEventStore({ connectionString: database.connectionString });
    log = new SharedLog(store, new Codec(new MemoryKeyVault()));
  });
  beforeEach(() => {
    const answer = async (stream: string, id: string) =>
      void (await store.append(`answer-${stream}`, [happened({ type: 'Answered', data: { n: 0 } }, id)], 'none'));
    deps = { handled: [], broken: { is: false }, answer };
  });
  afterEach(async () => {
    for (const runner of running.splice(0)) await runner.close();
  });
  afterAll(async () => {
    await log.close();
    await store.close();
    await database.close();
  });

  const run = async (policies: readonly AnyPolicy<Deps>[], given = deps) => {
    const runner = openPostgresPolicies({
      connectionString: database.connectionString,
      store,
      log,
      policies,
      deps: given,
      pauses: [1, 1],
    });
    running.push(runner);
    await runner.start();
    return runner;
  };
  const ask = async (stream: string, count: number, from = 0) => {
    const events = Array.from({ length: count }, (_, n) => happened({ type: 'Asked', data: { n: from + n } }));
    return (await store.append(stream, events, from === 0 ? 'none' : BigInt(from - 1))).position;
  };
  const noting = (name: string) =>
    policy<Event, Deps>({
      name,
      on: {
        Asked: async ({ stream, data }, { handled, broken }) => {
          if (broken.is && data.n === 1) throw new Error('broken');
          handled.push(`${stream} ${data.n}`);
        },
      },
    });

  it('handle the events of a stream in order, from the beginning', async () => {
    const streams = [randomUUID(), randomUUID(), randomUUID()];
    await ask(streams[0] ?? '', 3);
    const runner = await run([noting('in-order')]);
    await Promise.all(streams.slice(1).map((stream) => ask(stream, 3)));
    await runner.settle();
    for (const stream of streams)
      expect(deps.handled.filter((each) => each.startsWith(stream))).toEqual([0, 1, 2].map((n) => `${stream} ${n}`));
  });

  it('go on where they were', async () => {
    const stream = randomUUID();
    const first = await run([noting('going-on')]);
    await first.waitFor(await ask(stream, 2));
    await first.close();
    await ask(stream, 1, 2);
    const second = await run([noting('going-on')]);
    await second.settle();
    expect(deps.handled.filter((each) => each.startsWith(stream))).toEqual([0, 1, 2].map((n) => `${stream} ${n}`));
  });

  it('begin with what happens from now on, where that is asked for', async () => {
    const stream = randomUUID();
    await ask(stream, 1);
    const runner = await run([{ ...noting('from-now-on'), from: 'head' }]);
    await runner.waitFor(await ask(stream, 1, 1));
    expect(deps.handled).toEqual([`${stream} 1`]);
  });

  it('send commands with ids that are the same each time', async () => {
    const ids: string[] = [];
    const answering = policy<Event, Deps>({
      name: 'answering',
      from: 'head',
      on: {
        Asked: async ({ stream, id }, { answer }, meta) => {
          expect(meta).toMatchObject({
            actor: 'system:answering',
            causationId: id,
            correlationId: 'c',
            at: '2026-03-02T09:00:00.000Z',
          });
          ids.push(meta.commandId);
          await answer(stream, meta.commandId);
          if (ids.length === 1) throw new Error('the answer came, the checkpoint did not');
        },
      },
    });
    const runner = await run([answering]);
    await ask(randomUUID(), 1);
    await runner.settle();
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(await runner.status()).toMatchObject([{ parked: 0 }]);
  });

  it('park what fails again and again, go on, and can try it again', async () => {
    const stream = randomUUID();
    deps.broken.is = true;
    const runner = await run([{ ...noting('parking'), from: 'head' }]);
    await runner.waitFor(await ask(stream, 3));
    expect(deps.handled).toEqual([`${stream} 0`, `${stream} 2`]);
    expect(await runner.status()).toMatchObject([{ name: 'parking', parked: 1 }]);
    expect(await runner.retryParked()).toBe(1);
    deps.broken.is = false;
    expect(await runner.retryParked()).toBe(0);
    expect(deps.handled.at(-1)).toBe(`${stream} 1`);
    expect(await runner.status()).toMatchObject([{ parked: 0 }]);
  });

  it('run in one process of several, and the next one takes over', async () => {
    const stream = randomUUID();
    const [one, two] = [await run([{ ...noting('several'), from: 'head' }]), await run([{ ...noting('several'), from: 'head' }])];
    await two.waitFor(await ask(stream, 1));
    expect(deps.handled).toEqual([`${stream} 0`]);
    await one.close();
    await two.waitFor(await ask(stream, 1, 1));
    expect(deps.handled).toEqual([`${stream} 0`, `${stream} 1`]);
  });
});
