import { randomUUID } from 'node:crypto';
import { type EventStore, type NewEvent, type Recorded, WrongRevision } from './event-store.js';
import { heldMemory } from './testing/held-memory.js';

/** A store to be tested, and a second opening of the same log, as another process would have it. */
export type Opened = Readonly<{ store: EventStore; another: () => Promise<EventStore>; dispose: () => Promise<void> }>;

/** What every event store promises. Each adapter's spec is one call of this function. */
export const itKeepsEvents = (name: string, open: () => Promise<Opened>): void =>
  describe(`${name} keeps events`, () => {
    let opened!: Opened;
    let store!: EventStore;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(async () => {
      await store.close();
      await opened.dispose();
    });

    it('reads back what was appended, in order, with who did it', async () => {
      const stream = aStream();
      const [one, two, three] = [happened(1), happened(2), happened(3)];
      expect(await store.append(stream, [one, two], 'none')).toMatchObject({ revision: 1n });
      expect(await store.append(stream, [three], 1n)).toMatchObject({ revision: 2n });
      const events = await all(store.read(stream));
      expect(events).toMatchObject([one, two, three]);
      expect(events.map(({ revision }) => revision)).toEqual([0n, 1n, 2n]);
      expect(events.every((event) => event.stream === stream && typeof event.position === 'string')).toBe(true);
    });

    it('gives JSON back as it was written', async () => {
      const stream = aStream();
      const data = {
        text: 'a"b\\c \u0000 \ud83d\ude00 é',
        deep: { list: [1, -0.5, 1e21, null, true, { z: 1, a: [] }] },
        empty: '',
      };
      await store.append(stream, [happened(1, { data })], 'none');
      expect((await all(store.read(stream)))[0]?.data).toEqual(data);
    });

    it('reads a stream nobody wrote to as empty', async () => {
      expect(await all(store.read(aStream()))).toEqual([]);
      expect(await all(store.read(aStream(), 3n))).toEqual([]);
    });

    it('reads from a revision on', async () => {
      const stream = aStream();
      await store.append(
        stream,
        [1, 2, 3].map((n) => happened(n)),
        'none',
      );
      expect((await all(store.read(stream, 1n))).map(({ data }) => data)).toEqual([{ n: 2 }, { n: 3 }]);
      expect(await all(store.read(stream, 3n))).toEqual([]);
    });

    it('refuses an append at another revision, and writes none of it', async () => {
      const stream = aStream();
      await store.append(stream, [happened(1)], 'none');
      await expect(store.append(stream, [happened(2), happened(3)], 'none')).rejects.toThrow(WrongRevision);
      await expect(store.append(stream, [happened(2)], 1n)).rejects.toThrow(WrongRevision);
      await expect(store.append(aStream(), [happened(2)], 0n)).rejects.toThrow(WrongRevision);
      expect(await all(store.read(stream))).toHaveLength(1);
    });

    it('refuses an append of nothing', async () => {
      await expect(store.append(aStream(), [], 'none')).rejects.toThrow(RangeError);
    });

    it('lets exactly one of two concurrent writers through', async () => {
      const stream = aStream();
      const other = await opened.another();
      const outcomes = await Promise.allSettled(
        [store, other, store].map((writer, n) => writer.append(stream, [happened(n)], 'none')),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect(outcomes.every((outcome) => outcome.status === 'fulfilled' || outcome.reason instanceof WrongRevision)).toBe(true);
      expect(await all(store.read(stream))).toHaveLength(1);
      await other.close();
    });

    it('lets a failing append fail alone', async () => {
      const taken = aStream();
      await store.append(taken, [happened(0)], 'none');
      const streams = [aStream(), taken, aStream(), aStream()];
      const outcomes = await Promise.allSettled(streams.map((stream) => store.append(stream, [happened(1)], 'none')));
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    });

    it('answers the same ids at the same revision as the first time, however late', async () => {
      const stream = aStream();
      const events = [happened(1), happened(2)];
      const first = await store.append(stream, events, 'none');
      expect(await store.append(stream, events, 'none')).toEqual(first);
      await store.append(stream, [happened(3)], 1n);
      expect(await store.append(stream, events, 'none')).toEqual(first);
      const twice = [happened(4)];
      const [one, two] = await Promise.all([store.append(stream, twice, 2n), store.append(stream, twice, 2n)]);
      expect(two).toEqual(one);
      expect(await all(store.read(stream))).toHaveLength(4);
    });

    it('does not take partly the same ids for a repeat', async () => {
      const stream = aStream();
      const [one, two] = [happened(1), happened(2)];
      await store.append(stream, [one, two], 'none');
      await expect(store.append(stream, [one, happened(3)], 'none')).rejects.toThrow(WrongRevision);
      for (const other of [[two], [one, two, happened(3)]])
        await expect(store.append(stream, other, 'none')).rejects.toThrow(WrongRevision);
    });

    it('does not take the same ids for a repeat where another process made other events under them', async () => {
      const [stream, one, other] = [aStream(), happened(1), await opened.another()];
      const [ours, theirs] = ['ours', 'theirs'].map((hash) => ({ ...one, metadata: { ...one.metadata, hash } }));
      const outcomes = await Promise.allSettled([store.append(stream, [ours!], 'none'), other.append(stream, [theirs!], 'none')]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const [written, refused] = outcomes[0].status === 'fulfilled' ? [ours!, theirs!] : [theirs!, ours!];
      expect(await all(store.read(stream))).toMatchObject([written]);
      await expect(other.append(stream, [refused], 'none')).rejects.toThrow(WrongRevision);
      expect(await other.append(stream, [written], 'none')).toMatchObject({ revision: 0n });
      await other.close();
    });

    it('takes a batch of a thousand events', async () => {
      const stream = aStream();
      const { revision } = await store.append(
        stream,
        Array.from({ length: 1000 }, (_, n) => happened(n)),
        'none',
      );
      expect(revision).toBe(999n);
      const seen = await all(store.read(stream));
      expect(seen.map(({ data }) => data)).toEqual(Array.from({ length: 1000 }, (_, n) => ({ n })));
    });

    it('orders positions by itself, and knows the newest', async () => {
      const positions: string[] = [];
      for (let n = 0; n < 12; n += 1) positions.push((await store.append(aStream(), [happened(n)], 'none')).position);
      expect([...positions].reverse().sort((a, b) => store.compare(a, b))).toEqual(positions);
      expect(store.compare(positions[0]!, positions[0]!)).toBe(0);
      expect(await store.head()).toBe(positions.at(-1));
    });

    it('reads everything after a position, without that one', async () => {
      const streams = [aStream(), aStream(), aStream()];
      const first = await store.append(streams[0]!, [happened(1)], 'none');
      for (const stream of streams.slice(1)) await store.append(stream, [happened(2), happened(3)], 'none');
      const seen = await everything(store.readAll(first.position));
      expect(seen.map(({ stream }) => stream)).toEqual([streams[1], streams[1], streams[2], streams[2]]);
      expect(await everything(store.readAll(seen.at(-1)?.position))).toEqual([]);
    });

    it('reads everything by type and by the beginning of the stream name', async () => {
      const start = await store.head();
      const [stream, other] = [aStream(), aStream()];
      await store.append(stream, [happened(1), happened(2, { type: 'Ended' })], 'none');
      await store.append(other, [happened(3, { type: 'Ended' })], 'none');
      const typed = await everything(store.readAll(start, { types: ['Ended'] }));
      expect(typed.map(({ data }) => data)).toEqual([{ n: 2 }, { n: 3 }]);
      const both = await everything(store.readAll(start, { types: ['Ended', 'Happened'], streamPrefixes: [stream, 'no%thing'] }));
      expect(both.map(({ data }) => data)).toEqual([{ n: 1 }, { n: 2 }]);
    });

    it('shows readers every event once and in the order of commit, however many write at once', async () => {
      const start = await store.head();
      const other = await opened.another();
      const acknowledged: Readonly<{ stream: string; position: string }>[] = [];
      const subscription = other.subscribe(start);
      const seen: Recorded[] = [];
      const expectedEvents = 40 * 10 * 2;
      const following = (async () => {
        for await (const batch of subscription) {
          seen.push(...batch);
          if (seen.length >= expectedEvents) break;
        }
      })();
      const writer = async (n: number) => {
        const stream = aStream();
        for (let k = 0; k < 10; k += 1) {
          const { position } = await (n % 2 ? store : other).append(
            stream,
            [happened(k), happened(k)],
            k === 0 ? 'none' : BigInt(2 * k - 1),
          );
          acknowledged.push({ stream, position });
        }
      };
      await Promise.all(Array.from({ length: 40 }, (_, n) => writer(n)));
      await following;
      await subscription.close();

      const positions = seen.map(({ position }) => position);
      expect(new Set(positions).size).toBe(expectedEvents);
      expect([...positions].sort((a, b) => store.compare(a, b))).toEqual(positions);
      expect((await everything(store.readAll(start))).map(({ position }) => position)).toEqual(positions);
      expect(acknowledged.every(({ position }) => positions.includes(position))).toBe(true);
      await other.close();
    });

    it('follows live after catching up, and says when it has caught up', async () => {
      const start = await store.head();
      await store.append(aStream(), [happened(1)], 'none');
      const subscription = store.subscribe(start);
      const batches = subscription[Symbol.asyncIterator]();
      const next = async () => {
        const { value } = (await batches.next()) as IteratorYieldResult<readonly Recorded[]>;
        return value.map(({ data }) => data);
      };
      expect(await next()).toEqual([{ n: 1 }]);
      expect(await next()).toEqual([]);
      const live = next();
      await store.append(aStream(), [happened(2)], 'none');
      expect(await live).toEqual([{ n: 2 }]);
      expect(await next()).toEqual([]);
      await subscription.close();
    });

    it('follows what another process writes, through a filter', async () => {
      const [start, other, stream] = [await store.head(), await opened.another(), aStream()];
      const subscription = store.subscribe(start, { streamPrefixes: [stream], types: ['Ended'] });
      const batches = subscription[Symbol.asyncIterator]();
      expect((await batches.next()).value).toEqual([]);
      await other.append(aStream(), [happened(1, { type: 'Ended' })], 'none');
      await other.append(stream, [happened(2), happened(3, { type: 'Ended' })], 'none');
      expect((await batches.next()).value).toMatchObject([{ data: { n: 3 }, stream }]);
      await subscription.close();
      await other.close();
    });

    it('ends a subscription when it is closed, and all of them when the store is', async () => {
      const other = await opened.another();
      const one = other.subscribe(await store.head());
      const two = other.subscribe(await store.head());
      const ends = [one, two].map(async (subscription) => {
        for await (const batch of subscription) if (batch.length > 0) throw new Error('nothing was appended');
        return 'ended';
      });
      await one.close();
      expect(await ends[0]).toBe('ended');
      if (other !== store) {
        await other.close();
        expect(await ends[1]).toBe('ended');
      } else await two.close();
    });

    it('streams a long stream instead of loading it', async () => {
      const stream = aStream();
      const filling = 'x'.repeat(1000);
      // Within the megabyte that an EventStoreDB takes at once.
      for (let n = 0; n < 40; n += 1) {
        const events = Array.from({ length: 500 }, () => happened(n, { data: { filling } }));
        await store.append(stream, events, n === 0 ? 'none' : BigInt(n * 500 - 1));
      }
      let count = 0;
      const before = heldMemory();
      let most = 0;
      for await (const event of store.read(stream)) {
        if (event.revision !== BigInt(count)) throw new Error(`revision ${event.revision} came as number ${count}`);
        count += 1;
        if (count % 2500 === 0) most = Math.max(most, heldMemory() - before);
      }
      expect(count).toBe(20_000);
      expect(most).toBeLessThan(count * filling.length);
    }, 30_000);
  });

const aStream = () => `contract.some-${randomUUID()}`;

const happened = (
  n: number,
  { type = 'Happened', data = { n } }: Readonly<{ type?: string; data?: NewEvent['data'] }> = {},
): NewEvent => {
  const id = randomUUID();
  const metadata = {
    actor: 'ana',
    commandId: id,
    correlationId: id,
    causationId: id,
    at: '2026-03-02T09:00:00.000Z',
    tenant: 'contract',
    hash: '',
    previousHash: '',
  };
  return { id, type, version: 1, data, metadata };
};

const all = async (events: AsyncIterable<Recorded>) => {
  const list: Recorded[] = [];
  for await (const event of events) list.push(event);
  return list;
};

const everything = async (batches: AsyncIterable<readonly Recorded[]>) => {
  const list: Recorded[] = [];
  for await (const batch of batches) list.push(...batch);
  return list;
};
