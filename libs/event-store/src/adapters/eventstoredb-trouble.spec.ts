import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Rejection } from '@app/decider';
import { selfSigned } from '../../../../test/support/eventstoredb/certificate.js';
import { type RunningServer, type ServerOptions, startEventStoreDb } from '../../../../test/support/eventstoredb/server.js';
import { type EventStore, type NewEvent, type Recorded, StoreUnavailable, WrongRevision } from '../event-store.js';
import { type EventStoreDbOptions, openEventStoreDb } from './eventstoredb.js';
import { serverFilterOf } from './eventstoredb-filter.js';

const happened = (n: number, data: NewEvent['data'] = { n }): NewEvent => {
  const id = randomUUID();
  const because = { commandId: id, correlationId: id, causationId: id, at: '2026-03-02T09:00:00.000Z' };
  return {
    id,
    type: 'Happened',
    version: 1,
    data,
    metadata: { ...because, actor: 'ana', tenant: 'spec', hash: '', previousHash: '' },
  };
};

const aStream = () => `spec-${randomUUID()}`;

const numbers = async (store: EventStore, stream: string) => {
  const list: unknown[] = [];
  for await (const { data } of store.read(stream)) list.push(Object(data).n);
  return list;
};

const withStore = async (
  { server: serverOptions = {}, ...options }: Partial<EventStoreDbOptions> & Readonly<{ server?: ServerOptions }>,
  work: (store: EventStore, server: RunningServer) => Promise<void>,
): Promise<void> => {
  const server = await startEventStoreDb(serverOptions);
  const store = openEventStoreDb({ connectionString: server.connectionString, deadlineMs: 300, ...options });
  try {
    await work(store, server);
  } finally {
    await store.close();
    await server.close();
  }
};

describe('an append to EventStoreDB', () => {
  it.each(['drop', 'delay', 'duplicate', 'ack-lost', 'cut', 'unavailable', 'not-leader'] as const)(
    'is written once, whatever befalls it: %s',
    (fault) =>
      withStore({}, async (store, { faults }) => {
        const stream = aStream();
        await store.append(stream, [happened(1)], 'none');
        faults.next('append', fault, fault);
        const answer = await store.append(stream, [happened(2), happened(3)], 0n);
        expect(answer).toEqual({ revision: 2n, position: await store.head() });
        expect(await numbers(store, stream)).toEqual([1, 2, 3]);
        expect(faults.happened.get(fault)).toBeGreaterThan(0);
      }),
  );

  it('that was written but not acknowledged, and overtaken since, is answered as the first time', () =>
    withStore({}, async (store, { faults, connectionString }) => {
      const stream = aStream();
      const [one, two] = [happened(1), happened(2)];
      faults.next('append', 'ack-lost');
      const late = store.append(stream, [one], 'none');
      const other = openEventStoreDb({ connectionString });
      const overtaking = async (): Promise<unknown> =>
        other.append(stream, [two], 0n).catch((error: unknown) => (error instanceof WrongRevision ? overtaking() : error));
      await overtaking();
      expect(await late).toMatchObject({ revision: 0n });
      expect(await numbers(store, stream)).toEqual([1, 2]);
      await other.close();
    }));

  it('of events that an earlier version wrote under their own ids is read as it was', () =>
    withStore({}, async (store, { log }) => {
      const [stream, { id, type, data, metadata }] = [aStream(), happened(1)];
      const kept = { ...metadata, hash: 'of-it', version: 1 };
      const json = (value: object) => new Uint8Array(Buffer.from(JSON.stringify(value)));
      log.append(stream, [{ id, type, contentType: 'application/json', data: json(data), metadata: json(kept) }], 'none');
      for await (const event of store.read(stream)) expect(event).toMatchObject({ id, metadata: { ...metadata, hash: 'of-it' } });
      expect(await numbers(store, stream)).toEqual([1]);
    }));

  it('gives up after a while, says that nobody knows, and can be sent again', () =>
    withStore({ patienceMs: 500 }, async (store, server) => {
      const stream = aStream();
      const events = [happened(1)];
      await server.down();
      await expect(store.append(stream, events, 'none')).rejects.toBeInstanceOf(StoreUnavailable);
      await server.restart();
      expect(await store.append(stream, events, 'none')).toMatchObject({ revision: 0n });
    }));

  it('survives a restart of the server while it waits', () =>
    withStore({}, async (store, server) => {
      const stream = aStream();
      await store.append(stream, [happened(1)], 'none');
      await server.down();
      const waiting = store.append(stream, [happened(2)], 0n);
      await server.restart();
      expect(await waiting).toMatchObject({ revision: 1n });
      expect(await numbers(store, stream)).toEqual([1, 2]);
    }));

  it('is refused before it is sent where it is too large, by data, metadata and twice the type', () =>
    withStore({ maxAppendSize: 5_000 }, async (store, { node }) => {
      const tooLarge = store.append(aStream(), [happened(1, { filling: 'ü'.repeat(2_500) })], 'none');
      await expect(tooLarge).rejects.toMatchObject({ kind: 'invalid', code: 'store.append-too-large', facts: { most: 5_000 } });
      await expect(tooLarge).rejects.toBeInstanceOf(Rejection);
      expect(node.calls.get('append')).toBeUndefined();
    }));

  it('is refused as too large also where only the server knows', () =>
    withStore({ server: { maxAppendSize: 1_000 } }, async (store) => {
      const tooLarge = store.append(aStream(), [happened(1, { filling: 'x'.repeat(2_000) })], 'none');
      await expect(tooLarge).rejects.toMatchObject({ code: 'store.append-too-large' });
    }));

  it.each(['', 'of-it'])('weighs no more for the server than it was taken for, with the hash "%s"', (hash) =>
    withStore({}, async (store, { log }) => {
      const event = happened(1);
      const hashed = { ...event, metadata: { ...event.metadata, hash } };
      await store.append(aStream(), [hashed], 'none');
      const [{ data, metadata, type } = { data: '', metadata: '', type: '' }] = log.all;
      const weight = data.length + metadata.length + 2 * type.length;
      const exact = openEventStoreDb({ connectionString: 'esdb://127.0.0.1:1?tls=false', maxAppendSize: weight - 1 });
      await expect(exact.append(aStream(), [hashed], 'none')).rejects.toMatchObject({ facts: { bytes: weight } });
      await exact.close();
    }),
  );

  it('fails where its caller can catch it when it is not JSON or its id is not a UUID', () =>
    withStore({}, async (store) => {
      await expect(store.append(aStream(), [happened(1, { n: 1n })], 'none')).rejects.toThrow(TypeError);
      const cyclic: Record<string, unknown> = {};
      cyclic['self'] = cyclic;
      await expect(store.append(aStream(), [happened(1, cyclic)], 'none')).rejects.toThrow(TypeError);
      await expect(store.append(aStream(), [{ ...happened(1), id: 'seven' }], 'none')).rejects.toThrow(RangeError);
      expect(await store.head()).toBeUndefined();
    }));

  it('refuses another revision also where the client is told not to throw', () =>
    withStore({}, async (_, { connectionString }) => {
      const store = openEventStoreDb({ connectionString: `${connectionString}&throwOnAppendFailure=false` });
      const stream = aStream();
      await store.append(stream, [happened(1)], 'none');
      await expect(store.append(stream, [happened(2)], 'none')).rejects.toBeInstanceOf(WrongRevision);
      await store.close();
    }));

  it('does not suffer from the troubles of another store in the process, and shares no stream with it', () =>
    withStore({}, async (store, { node }) => {
      await withStore({ patienceMs: 200 }, async (other, server) => {
        const stream = aStream();
        await other.append(stream, [happened(1)], 'none');
        await server.down();
        const failing = other.append(stream, [happened(2)], 0n);
        for (let n = 0; n < 20; n += 1) await store.append(aStream(), [happened(n)], 'none');
        await expect(failing).rejects.toBeInstanceOf(StoreUnavailable);
      });
      expect(node.calls.get('append')).toBe(20);
      expect(node.calls.get('batchAppend')).toBeUndefined();
    }));
});

describe('a connection to EventStoreDB', () => {
  it('is encrypted and says who it is, with a CA file and credentials in the connection string', async () => {
    const tls = selfSigned();
    const folder = mkdtempSync(join(tmpdir(), 'alur-tls-'));
    const caFile = join(folder, 'ca.crt');
    writeFileSync(caFile, tls.certificate);
    const server = await startEventStoreDb({ tls, credentials: { username: 'alur', password: 'secret' } });
    const at = (user: string) => `esdb://${user}127.0.0.1:${server.port}?tls=true&tlsCAFile=${caFile}`;
    const store = openEventStoreDb({ connectionString: at('alur:secret@') });
    const stranger = openEventStoreDb({ connectionString: at('') });
    await store.append(aStream(), [happened(1)], 'none');
    expect(await store.head()).toBeDefined();
    await expect(stranger.append(aStream(), [happened(2)], 'none')).rejects.toMatchObject({ type: 'access-denied' });
    const following = stranger.subscribe()[Symbol.asyncIterator]();
    await expect(following.next()).rejects.toMatchObject({ type: 'access-denied' });
    await Promise.all([store.close(), stranger.close()]);
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('is refused at once where the connection string is none', () => {
    expect(() => openEventStoreDb({ connectionString: 'http://127.0.0.1' })).toThrow(Error);
  });
});

describe('a reader of EventStoreDB', () => {
  it.each(['drop', 'delay', 'cut', 'unavailable', 'not-leader'] as const)('reads again what broke off: %s', (fault) =>
    withStore({}, async (store, { faults }) => {
      const stream = aStream();
      await store.append(
        stream,
        [1, 2, 3].map((n) => happened(n)),
        'none',
      );
      faults.next('read', fault, fault);
      expect(await numbers(store, stream)).toEqual([1, 2, 3]);
      faults.next('read', fault, fault);
      const seen: Recorded[] = [];
      for await (const batch of store.readAll()) seen.push(...batch);
      expect(seen).toHaveLength(3);
    }),
  );

  it('leaves out what others wrote, and does not mistake it for the head', () =>
    withStore({}, async (store, { log }) => {
      const { position } = await store.append(aStream(), [happened(1)], 'none');
      const foreign = { id: randomUUID(), type: 'Foreign', contentType: 'application/json', metadata: new Uint8Array() };
      for (let n = 0; n < 100; n += 1) log.append('theirs', [{ ...foreign, id: randomUUID(), data: Buffer.from('{}') }], 'any');
      expect(await store.head()).toBe(position);
      const subscription = store.subscribe();
      const batches = subscription[Symbol.asyncIterator]();
      expect((await batches.next()).value).toMatchObject([{ position }]);
      expect((await batches.next()).value).toEqual([]);
      await subscription.close();
      await expect(numbers(store, 'theirs')).rejects.toThrow('was not written by Alur');
    }));

  it('takes for the head the newest of its own streams, in a log with several owners', () =>
    withStore({ streamPrefix: 'ours.' }, async (store, { connectionString }) => {
      expect(await store.head()).toBeUndefined();
      const others = openEventStoreDb({ connectionString: connectionString.replace('esdb:', 'kurrentdb:') });
      const { position } = await store.append('ours.case', [happened(1)], 'none');
      await others.append(
        'theirs.case',
        Array.from({ length: 50 }, (_, n) => happened(n)),
        'none',
      );
      expect([await store.head(), await store.head()]).toEqual([position, position]);
      await others.append('theirs.case', [happened(2)], 49n);
      expect(await store.head()).toBe(position);
      await others.close();
    }));

  it.each(['drop', 'unavailable'] as const)('subscribes again where that was not confirmed: %s', (fault) =>
    withStore({}, async (store, { faults, node }) => {
      const { position } = await store.append(aStream(), [happened(1)], 'none');
      faults.next('read', fault, fault);
      const subscription = store.subscribe();
      expect((await subscription[Symbol.asyncIterator]().next()).value).toMatchObject([{ position }]);
      expect(node.calls.get('read')).toBe(3);
      await subscription.close();
    }),
  );

  it('resumes after a drop from the checkpoint, and not from the last event it wanted', () =>
    withStore({}, async (store, server) => {
      const [wanted, other] = [aStream(), aStream()];
      await store.append(wanted, [happened(0)], 'none');
      const batches = store.subscribe(undefined, { streamPrefixes: [wanted] })[Symbol.asyncIterator]();
      expect((await batches.next()).value).toHaveLength(1);
      expect((await batches.next()).value).toEqual([]);
      const next = batches.next();
      let unwanted = 0;
      for (; unwanted < 1200; unwanted += 100)
        await store.append(
          other,
          Array.from({ length: 100 }, (_, n) => happened(n)),
          unwanted === 0 ? 'none' : BigInt(unwanted - 1),
        );
      const begun: bigint[] = [];
      server.node.onSubscribe = (from) => void begun.push(from);
      server.dropSubscriptions();
      await store.append(wanted, [happened(1)], 0n);
      expect((await next).value).toMatchObject([{ data: { n: 1 } }]);
      const firstUnwanted = server.log.all[512]?.position ?? 0n;
      expect(begun[0]).toBeGreaterThanOrEqual(firstUnwanted);
    }));

  it('asks the server for the types it wants and for no others, whatever their names', () => {
    const { regex } = { regex: '', ...serverFilterOf({ types: ['A.B', 'C'] }, async () => undefined) };
    expect(['A.B', 'C'].every((type) => new RegExp(regex).test(type))).toBe(true);
    expect(['AxB', 'CC', 'A.B.C'].some((type) => new RegExp(regex).test(type))).toBe(false);
  });

  it('wants nothing where nothing is wanted', () => {
    for (const filter of [{ types: [] }, { streamPrefixes: [] }])
      expect(serverFilterOf(filter, async () => undefined)).toMatchObject({ regex: '^(?!)' });
  });
});
