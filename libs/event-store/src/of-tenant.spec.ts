import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MemoryEventStore } from './adapters/memory.js';
import { itKeepsEvents } from './event-store.contract.js';
import type { EventStore, Filter, NewEvent, Recorded } from './event-store.js';
import { ForeignStream, ofTenant } from './of-tenant.js';

const event = (tenant: string, type = 'Happened'): NewEvent => {
  const id = randomUUID();
  const ids = { commandId: id, correlationId: id, causationId: id };
  const metadata = { actor: 'ana', ...ids, at: '2026-03-02T09:00:00.000Z', tenant, hash: '', previousHash: '' };
  return { id, type, version: 1, data: { of: tenant }, metadata };
};

const streamsIn = async (batches: AsyncIterable<readonly Recorded[]>) => {
  const streams: string[] = [];
  for await (const batch of batches) streams.push(...batch.map(({ stream }) => stream));
  return streams;
};

itKeepsEvents('one tenant’s part of a log', async () => {
  const log = new MemoryEventStore();
  await ofTenant(log, 'lebong').append('lebong.person-1', [event('lebong')], 'none');
  const store = ofTenant(log, 'contract');
  return { store, another: async () => ofTenant(log, 'contract'), dispose: async () => undefined };
});

/** Two governments, one of whose names begins with the other's, and one log. */
describe('a log that several tenants share', () => {
  const shared = async () => {
    const log = new MemoryEventStore();
    const [lebong, lebongs] = [ofTenant(log, 'lebong'), ofTenant(log, 'lebong2')];
    await lebong.append('lebong.person-1', [event('lebong')], 'none');
    await lebongs.append('lebong2.person-1', [event('lebong2')], 'none');
    await lebongs.append('lebong2.mutation-1', [event('lebong2', 'Other')], 'none');
    await lebong.append('lebong.mutation-1', [event('lebong', 'Other')], 'none');
    return { log, lebong, lebongs };
  };
  const read = async (store: EventStore, stream: string) => {
    const events: Recorded[] = [];
    for await (const found of store.read(stream)) events.push(found);
    return events.length;
  };

  it('shows each his own streams; those of others are as if nobody had written to them', async () => {
    const { lebong, lebongs } = await shared();
    expect([await read(lebong, 'lebong.person-1'), await read(lebongs, 'lebong2.person-1')]).toEqual([1, 1]);
    expect([await read(lebong, 'lebong2.person-1'), await read(lebongs, 'lebong.person-1')]).toEqual([0, 0]);
    expect(await read(lebong, 'person-1')).toBe(0);
  });

  it.each<readonly [Filter | undefined, readonly string[]]>([
    [undefined, ['lebong.person-1', 'lebong.mutation-1']],
    [{ types: ['Other'] }, ['lebong.mutation-1']],
    [{ streamPrefixes: ['lebong.person-'] }, ['lebong.person-1']],
    [{ streamPrefixes: ['lebong'] }, ['lebong.person-1', 'lebong.mutation-1']],
    [{ streamPrefixes: ['lebong2.'] }, []],
    [{ streamPrefixes: ['lebong2.', 'lebong.mutation'] }, ['lebong.mutation-1']],
    [{ streamPrefixes: [] }, []],
  ])('reads of the log, asked for %j, what is his', async (filter, streams) => {
    const { lebong } = await shared();
    expect(await streamsIn(lebong.readAll(undefined, filter))).toEqual(streams);
  });

  it('tells a subscriber of his own events, before and while he listens', async () => {
    const { lebong, lebongs } = await shared();
    const subscription = lebong.subscribe();
    const seen: string[] = [];
    for await (const batch of subscription) {
      seen.push(...batch.map(({ stream }) => stream));
      if (seen.length === 3) break;
      if (batch.length > 0) continue;
      await lebongs.append('lebong2.person-2', [event('lebong2')], 'none');
      await lebong.append('lebong.person-2', [event('lebong')], 'none');
    }
    await subscription.close();
    expect(seen).toEqual(['lebong.person-1', 'lebong.mutation-1', 'lebong.person-2']);
  });

  it('takes no write into another’s stream, and no event that says it is another’s', async () => {
    const { log, lebong } = await shared();
    for (const [stream, tenant] of [
      ['lebong2.person-1', 'lebong'],
      ['lebong2.person-9', 'lebong2'],
      ['person-9', 'lebong'],
      ['lebong.person-9', 'lebong2'],
    ] as const)
      await expect(lebong.append(stream, [event(tenant)], 'none')).rejects.toThrow(ForeignStream);
    expect(await streamsIn(log.readAll())).toHaveLength(4);
  });
});
