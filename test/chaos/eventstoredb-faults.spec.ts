import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type EventStore, type NewEvent, type Position, type Recorded, StoreUnavailable } from '@app/event-store';
import { openEventStoreDb } from '@app/event-store/adapters/eventstoredb';
import { randomFrom } from '../support/eventstoredb/faults.js';
import { tooSlow, unavailable } from '../support/eventstoredb/refusals.js';
import { type RunningServer, startEventStoreDb } from '../support/eventstoredb/server.js';

/** `FC_SEED` repeats what chance did; how the writers interleave is the machine's. */
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000);
const streams = 50;
const appendsEach = 200;
const forcedDrops = 50;

const rates = {
  drop: 0.01,
  'ack-lost': 0.01,
  cut: 0.01,
  unavailable: 0.01,
  'not-leader': 0.01,
  duplicate: 0.05,
  delay: 0.05,
} as const;

type Acknowledged = Readonly<{ id: string; stream: string; revision: bigint; position: Position }>;

const happened = (n: number): NewEvent => {
  const id = randomUUID();
  const because = { commandId: id, correlationId: id, causationId: id, at: '2026-03-02T09:00:00.000Z' };
  return {
    id,
    type: 'Happened',
    version: 1,
    data: { n },
    metadata: { ...because, actor: 'ana', tenant: 'spec', hash: '', previousHash: '' },
  };
};

/** What a caller does who was told that nobody knows: the same again. */
const insist = async (append: () => Promise<Readonly<{ revision: bigint; position: Position }>>) => {
  for (;;) {
    try {
      return await append();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
};

/** Writes one stream from its beginning, each append after the one before was acknowledged. */
const write = async (store: EventStore, acknowledge: (one: Acknowledged) => void) => {
  const stream = `case-${randomUUID()}`;
  for (let n = 0; n < appendsEach; n += 1) {
    const event = happened(n);
    const answer = await insist(() => store.append(stream, [event], n === 0 ? 'none' : BigInt(n - 1)));
    acknowledge({ id: event.id, stream, ...answer });
  }
};

/** Reads everything, keeps its checkpoint with what it has read, and now and then begins again from there. */
const consume = async (store: EventStore, most: number, random: () => number) => {
  const seen: Recorded[] = [];
  let checkpoint: Position | undefined;
  let openings = 0;
  while (seen.length < most) {
    const subscription = store.subscribe(checkpoint);
    openings += 1;
    for await (const batch of subscription) {
      seen.push(...batch);
      checkpoint = batch.at(-1)?.position ?? checkpoint;
      if (seen.length >= most || random() < 0.002) break;
    }
    await subscription.close();
  }
  return { seen, openings };
};

describe('ten thousand appends over a bad connection', () => {
  let server!: RunningServer;
  let store!: EventStore;
  beforeAll(async () => {
    server = await startEventStoreDb({ slowConsumers: 'dropped', faults: { seed, rates, delayMs: 400 } });
    store = openEventStoreDb({ connectionString: server.connectionString, deadlineMs: 250, random: randomFrom(seed + 1) });
  });
  afterAll(async () => {
    await store.close();
    await server.close();
  });

  it(`are each there once and in order, and a consumer sees them so over fifty drops (FC_SEED=${seed})`, async () => {
    const total = streams * appendsEach;
    const acknowledged: Acknowledged[] = [];
    let drops = 0;
    let nextDrop = 100;
    const acknowledge = (one: Acknowledged) => {
      acknowledged.push(one);
      if (drops === forcedDrops || acknowledged.length < nextDrop) return;
      if (server.dropSubscriptions(drops % 2 === 0 ? unavailable() : tooSlow()) === 0) return; // not back from the last one yet
      drops += 1;
      nextDrop = acknowledged.length + 100;
    };
    const consuming = consume(store, total, randomFrom(seed + 2));
    await Promise.all(Array.from({ length: streams }, () => write(store, acknowledge)));
    server.faults.calm();
    const { seen, openings } = await consuming;
    await pause(500); // what was delayed beyond its deadline arrives now, and must change nothing

    const befell = [...server.faults.happened].map(([fault, times]) => `${fault} ${times}`).join(', ');
    process.stdout.write(`FC_SEED=${seed}: ${befell}; ${drops} drops, ${openings} openings by the consumer\n`);
    const { all } = server.log;
    expect(acknowledged).toHaveLength(total);
    expect(all).toHaveLength(total);
    const asLogged = all.map(({ id, stream, revision, position }) => ({ id, stream, revision, position: String(position) }));
    const byPosition = [...acknowledged].sort((a, b) => store.compare(a.position, b.position));
    expect(byPosition).toEqual(asLogged);
    const asSeen = seen.map(({ id, stream, revision, position }) => ({ id, stream, revision, position }));
    expect(asSeen).toEqual(asLogged);
    expect(seen.filter(({ data, revision }) => Object(data).n !== Number(revision))).toEqual([]);
    expect(drops).toBe(forcedDrops);
    expect(Object.keys(rates).filter((fault) => !server.faults.happened.has(fault as keyof typeof rates))).toEqual([]);
  }, 120_000);
});
