import { randomUUID } from 'node:crypto';
import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  type EventType,
  eventTypeFilter,
  jsonEvent,
  type Position,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { all, aStream, type Happened, happened, numberIn, numbers, withServer } from './official-client.js';

describe('the protocol double, read from', () => {
  it('reads from a start that is included, both ways, and up to a count', () =>
    withServer({}, async (client) => {
      const stream = aStream();
      await client.appendToStream(
        stream,
        [1, 2, 3, 4].map((n) => happened(n)),
      );
      const read = async (options: Parameters<typeof client.readStream>[1]) =>
        (await all(client.readStream<Happened>(stream, options))).map(({ event }) => event?.data.n);
      expect(await read({ fromRevision: 1n, maxCount: 2 })).toEqual([2, 3]);
      expect(await read({ fromRevision: END, direction: BACKWARDS, maxCount: 2 })).toEqual([4, 3]);
      expect(await read({ fromRevision: 9n })).toEqual([]);
      const everything = await all(client.readAll());
      const second = everything[1]?.event?.position;
      if (!second) throw new Error('no position');
      const positions = async (direction: 'forwards' | 'backwards') =>
        (await all(client.readAll({ fromPosition: second, direction }))).map(({ event }) => event?.revision);
      expect(await positions('forwards')).toEqual([1n, 2n, 3n]);
      expect(await positions('backwards')).toEqual([0n]);
    }));

  it('follows links, also one that leads nowhere any more', () =>
    withServer({}, async (client) => {
      const [stream, links] = [aStream(), aStream()];
      await client.appendToStream(stream, [happened(1), happened(2)]);
      const link = (to: string) => ({
        ...jsonEvent({ type: '$>', data: {} }),
        contentType: 'application/octet-stream' as const,
        data: Buffer.from(to),
      });
      await client.appendToStream(links, [link(`1@${stream}`), link(`7@${stream}`)]);
      const resolved = await all(client.readStream<EventType>(links, { resolveLinkTos: true }));
      expect(resolved.map(({ event, link: of }) => [event?.revision, of?.revision])).toEqual([
        [1n, 0n],
        [undefined, 1n],
      ]);
    }));

  it('subscribes after a revision: confirmation, what is there, caught up, live', () =>
    withServer({}, async (client) => {
      const stream = aStream();
      await client.appendToStream(stream, [happened(1), happened(2)]);
      const heard: unknown[] = [];
      const subscription = client.subscribeToStream<Happened>(stream, { fromRevision: 0n });
      subscription.on('confirmation', () => heard.push('confirmed')).on('caughtUp', () => heard.push('caught up'));
      const events = subscription[Symbol.asyncIterator]();
      heard.push((await events.next()).value.event?.data.n);
      const live = events.next();
      await client.appendToStream(stream, happened(3));
      heard.push((await live).value.event?.data.n);
      expect(heard).toEqual(['confirmed', 2, 'caught up', 3]);
      await subscription.unsubscribe();
    }));

  it('waits for a stream that is not there yet, and from the end for what is new', () =>
    withServer({}, async (client) => {
      const stream = aStream();
      const [missing, end] = [client.subscribeToStream<Happened>(stream), client.subscribeToAll({ fromPosition: END })];
      const heard = Promise.all(
        [missing, end].map(async (each) => numberIn((await each[Symbol.asyncIterator]().next()).value.event)),
      );
      await Promise.all([missing, end].map((each) => new Promise((resolve) => each.once('caughtUp', resolve))));
      await client.appendToStream(stream, happened(1));
      expect(await heard).toEqual([1, 1]);
      await Promise.all([missing.unsubscribe(), end.unsubscribe()]);
    }));

  it.each([
    ['stream', (stream: string) => streamNameFilter({ prefixes: [stream] })],
    ['type', () => eventTypeFilter({ regex: '^Wanted$' })],
  ])('filters $all by %s, with a checkpoint after so many considered events', (_, filterOf) =>
    withServer({}, async (client) => {
      const wanted = aStream();
      await client.appendToStream(
        aStream(),
        Array.from({ length: 64 }, (_, n) => happened(n)),
      );
      await client.appendToStream(wanted, [happened(1, randomUUID(), 'Wanted')]);
      await client.appendToStream(
        aStream(),
        Array.from({ length: 64 }, (_, n) => happened(n)),
      );
      const checkpoints: Position[] = [];
      const subscription = client.subscribeToAll({
        fromPosition: START,
        filter: {
          ...filterOf(wanted),
          maxSearchWindow: 10,
          checkpointInterval: 3,
          checkpointReached: (_, position) => void checkpoints.push(position),
        },
      });
      const caughtUp = new Promise((resolve) => subscription.once('caughtUp', resolve));
      const seen = (await subscription[Symbol.asyncIterator]().next()).value.event;
      expect(seen).toMatchObject({ streamId: wanted, type: 'Wanted' });
      await caughtUp;
      const everything = (await all(client.readAll())).map(({ event }) => event?.position?.commit);
      expect(checkpoints.map(({ commit }) => everything.indexOf(commit))).toEqual([29, 59, 89, 119]);
      await subscription.unsubscribe();
    }),
  );

  it('says only that it broke: error, and neither end nor close', () =>
    withServer({}, async (client, server) => {
      const subscription = client.subscribeToAll();
      const heard: string[] = [];
      await new Promise((resolve) => subscription.once('caughtUp', resolve));
      subscription.on('end', () => heard.push('end')).on('close', () => heard.push('close'));
      const error = new Promise((resolve) => subscription.once('error', resolve));
      expect(server.dropSubscriptions()).toBe(1);
      expect(await error).toMatchObject({ type: 'unavailable' });
      await new Promise(setImmediate);
      expect(heard).toEqual([]);
    }));

  it.each(['dropped', 'catch up'] as const)('lets a consumer who is too slow be %s', (slowConsumers) =>
    withServer({ slowConsumers }, async (client) => {
      const stream = aStream();
      const subscription = client.subscribeToStream<Happened>(stream, {}, { highWaterMark: 1 });
      await new Promise((resolve) => subscription.once('caughtUp', resolve));
      const filling = 'x'.repeat(30_000);
      const event = (n: number) => jsonEvent({ type: 'Happened', data: { n, filling } });
      for (let n = 0; n < 200; n += 1) await client.appendToStream(stream, event(n));
      const seen: unknown[] = [];
      const reading = (async () => {
        for await (const { event: each } of subscription) if (seen.push(numberIn(each)) === 200) return;
      })();
      if (slowConsumers === 'dropped')
        await expect(reading).rejects.toMatchObject({
          type: 'timeout',
          message: expect.stringContaining('Consumer too slow') as string,
        });
      else await reading;
      expect(seen.length === 200).toBe(slowConsumers === 'catch up');
      expect(seen).toEqual(seen.map((_, n) => n));
      await subscription.unsubscribe();
    }),
  );

  it('sends a client that wants the leader to it, and is found by gossip', () =>
    withServer({ batchAppend: false }, async (client, { faults, port, log }) => {
      faults.next('append', 'not-leader');
      const options = { requiresLeader: true };
      await expect(client.appendToStream(aStream(), happened(1), options)).rejects.toMatchObject({
        type: 'not-leader',
        leader: { address: '127.0.0.1', port },
      });
      await client.appendToStream(aStream(), happened(1), options);
      const cluster = EventStoreDBClient.connectionString(`esdb+discover://127.0.0.1:${port}?tls=false`);
      await cluster.appendToStream(aStream(), happened(2));
      expect(log.all).toHaveLength(2);
      await cluster.dispose();
    }));

  it('keeps the log over a restart', () =>
    withServer({}, async (client, server) => {
      const stream = aStream();
      await client.appendToStream(stream, happened(1));
      await server.restart();
      await expect(client.appendToStream(stream, happened(2))).rejects.toThrow(/UNAVAILABLE|CANCELLED/);
      await client.appendToStream(stream, happened(2));
      expect(await numbers(client, stream)).toEqual([1, 2]);
    }));
});
