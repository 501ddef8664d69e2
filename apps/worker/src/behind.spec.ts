import { randomUUID } from 'node:crypto';
import { type EventStore, ofTenant } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { BusinessClock } from '@app/scheduling';
import { behindNow } from './behind.js';

/** As EventStoreDB, whose positions are places in a file. */
class InBytes extends MemoryEventStore {
  override get countsEvents(): boolean {
    return false;
  }
}

describe('a reader of the log', () => {
  const at = (minute: number) => `2030-01-05T02:0${minute}:00.000Z`;
  const clock = new BusinessClock('Asia/Jakarta');
  clock.follow(Date.parse(at(9)) - Date.now());

  const write = async (store: EventStore, minute: number) => {
    const id = randomUUID();
    const same = { actor: 'x', commandId: id, correlationId: id, causationId: id };
    const metadata = { ...same, at: at(minute), tenant: 't', hash: '', previousHash: '' };
    await store.append(`t.${id}`, [{ id, type: 'Happened', version: 1, data: {}, metadata }], 'none');
  };

  it('is behind by what it has not read, and late by the oldest of it', async () => {
    const store = new MemoryEventStore();
    expect(await (await behindNow(store, clock))(undefined)).toEqual({ events: 0, seconds: 0 });
    for (const minute of [1, 2, 3]) await write(store, minute);
    const behind = await behindNow(store, clock);
    const [nothing, one, all] = [await behind(undefined), await behind('1'), await behind('3')];
    expect([nothing.events, one.events, all]).toEqual([3, 2, { events: 0, seconds: 0 }]);
    expect(Math.round(nothing.seconds)).toBe(8 * 60);
    expect(Math.round(one.seconds)).toBe(7 * 60);
  });

  it('of a log whose positions do not count events is late, and nobody says by how many', async () => {
    const store = ofTenant(new InBytes(), 't');
    await write(store, 1);
    const { events, seconds } = await (await behindNow(store, clock))(undefined);
    expect([events, Math.round(seconds)]).toEqual([undefined, 8 * 60]);
  });
});
