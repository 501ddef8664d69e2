import { ANY, jsonEvent, NO_STREAM, STREAM_EXISTS, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client';
import { all, aStream, type Happened, happened, numbers, withServer } from './official-client.js';

describe.each([
  ['batches', {}],
  ['single appends', { batchAppend: false }],
] as const)('the protocol double, written to in %s', (_, options) => {
  it('keeps what was appended, and says at which revision and position', () =>
    withServer(options, async (client, { node }) => {
      const stream = aStream();
      const first = await client.appendToStream(stream, [happened(1), happened(2)], { expectedRevision: NO_STREAM });
      expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
      const events = await all(client.readStream<Happened>(stream));
      expect(events.map(({ event }) => [event?.revision, event?.data])).toEqual([
        [0n, { n: 1 }],
        [1n, { n: 2 }],
      ]);
      const [, inAll] = await all(client.readAll());
      expect(inAll?.event?.position).toEqual(first.position);
      expect(events[1]?.event?.created.getTime()).toBeGreaterThan(Date.now() - 60_000);
      expect([...node.calls.keys()]).toContain('batchAppend' in options ? 'append' : 'batchAppend');
    }));

  it('refuses a wrong expected revision, each in its own encoding', () =>
    withServer(options, async (client) => {
      const stream = aStream();
      await client.appendToStream(stream, happened(1), { expectedRevision: NO_STREAM });
      const wrong = { type: 'wrong-expected-version', streamName: stream };
      await expect(client.appendToStream(stream, happened(2), { expectedRevision: NO_STREAM })).rejects.toMatchObject({
        ...wrong,
        expectedVersion: 'no_stream',
        actualVersion: 0n,
      });
      await expect(client.appendToStream(stream, happened(2), { expectedRevision: 7n })).rejects.toMatchObject({
        ...wrong,
        expectedVersion: 7n,
      });
      const missing = client.appendToStream(aStream(), happened(2), { expectedRevision: STREAM_EXISTS });
      await expect(missing).rejects.toMatchObject({ expectedVersion: 'stream_exists', actualVersion: 'no_stream' });
      await expect(client.deleteStream(stream, { expectedRevision: 7n })).rejects.toBeInstanceOf(WrongExpectedVersionError);
      expect(await numbers(client, stream)).toEqual([1]);
    }));

  it('answers the same ids at an exact revision with the end of the original, for ever', () =>
    withServer({ ...options, recentIds: 1 }, async (client) => {
      const stream = aStream();
      const events = [happened(1), happened(2)];
      const first = await client.appendToStream(stream, events, { expectedRevision: NO_STREAM });
      await client.appendToStream(stream, happened(3), { expectedRevision: 1n });
      expect(await client.appendToStream(stream, events, { expectedRevision: NO_STREAM })).toEqual(first);
      const partly = [events[0] ?? happened(0), happened(4)];
      await expect(client.appendToStream(stream, partly, { expectedRevision: NO_STREAM })).rejects.toThrow(
        WrongExpectedVersionError,
      );
      expect(await numbers(client, stream)).toEqual([1, 2, 3]);
    }));

  it('knows the same ids at any revision only while it remembers them', () =>
    withServer({ ...options, recentIds: 2 }, async (client) => {
      const stream = aStream();
      const [one, two, three] = [happened(1), happened(2), happened(3)];
      const first = await client.appendToStream(stream, one, { expectedRevision: ANY });
      expect(await client.appendToStream(stream, one, { expectedRevision: ANY })).toEqual(first);
      await client.appendToStream(stream, [two, three], { expectedRevision: ANY });
      await client.appendToStream(stream, one, { expectedRevision: ANY }); // forgotten by now
      expect(await numbers(client, stream)).toEqual([1, 2, 3, 1]);
      await expect(client.appendToStream(stream, [three, happened(4)], { expectedRevision: ANY })).rejects.toThrow(
        WrongExpectedVersionError,
      );
    }));

  it('refuses more than may be written at once, counting data, metadata and type', () =>
    withServer({ ...options, maxAppendSize: 100 }, async (client) => {
      const event = jsonEvent({ type: 'x'.repeat(40), data: { n: 1 }, metadata: { filling: 'y'.repeat(10) } });
      await expect(client.appendToStream(aStream(), event)).rejects.toMatchObject({
        type: 'maximum-append-size-exceeded',
        maxAppendSize: 100,
      });
    }));

  it('goes on with the old numbers after a soft delete, and never after a tombstone', () =>
    withServer(options, async (client) => {
      const stream = aStream();
      await client.appendToStream(stream, [happened(1), happened(2)], { expectedRevision: NO_STREAM });
      await client.deleteStream(stream, { expectedRevision: 1n });
      await expect(all(client.readStream(stream))).rejects.toBeInstanceOf(StreamNotFoundError);
      const gone = client.appendToStream(stream, happened(3), { expectedRevision: STREAM_EXISTS });
      await expect(gone).rejects.toMatchObject({ type: 'stream-deleted' });
      const again = await client.appendToStream(stream, happened(3), { expectedRevision: NO_STREAM });
      expect(again.nextExpectedRevision).toBe(2n);
      expect(await numbers(client, stream)).toEqual([3]);
      expect((await client.getStreamMetadata(stream)).metadata?.truncateBefore).toBe(2);
      await client.tombstoneStream(stream);
      await expect(client.appendToStream(stream, happened(4))).rejects.toMatchObject({ type: 'stream-deleted' });
      await expect(all(client.readStream(stream))).rejects.toMatchObject({ type: 'stream-deleted' });
    }));

  it('carries out what it does not acknowledge, does not carry out what it drops, and takes a repeat for one', () =>
    withServer(options, async (client, { faults }) => {
      const stream = aStream();
      const inTime = { deadline: 200 };
      const append = (n: number, expectedRevision: bigint | typeof NO_STREAM) =>
        client.appendToStream(stream, happened(n), { expectedRevision, ...inTime });
      faults.next('append', 'duplicate', 'cut', 'unavailable');
      await append(1, NO_STREAM);
      await expect(append(2, 0n)).rejects.toMatchObject({ code: 14 });
      await expect(append(3, 1n)).rejects.toMatchObject({ code: 14 });
      expect(await numbers(client, stream)).toEqual([1, 2]);
      if ('batchAppend' in options) {
        faults.next('append', 'drop', 'ack-lost', 'delay');
        await expect(append(4, 1n)).rejects.toMatchObject({ type: 'deadline-exceeded' });
        await expect(append(5, 1n)).rejects.toMatchObject({ type: 'deadline-exceeded' });
        await append(6, 2n);
        expect(await numbers(client, stream)).toEqual([1, 2, 5, 6]);
      }
    }));

  it('goes by what the stream says of its own length and age', () =>
    withServer(options, async (client) => {
      const stream = aStream();
      await client.appendToStream(
        stream,
        [1, 2, 3].map((n) => happened(n)),
      );
      await client.setStreamMetadata(stream, { maxCount: 2 });
      expect(await numbers(client, stream)).toEqual([2, 3]);
      await client.setStreamMetadata(stream, { truncateBefore: 2 });
      expect(await numbers(client, stream)).toEqual([3]);
    }));
});
