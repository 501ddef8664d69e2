import { randomUUID } from 'node:crypto';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { BusinessClock } from '@app/scheduling';
import { behindNow } from './behind.js';

describe('a reader of the log', () => {
  const at = (minute: number) => `2030-01-05T02:0${minute}:00.000Z`;
  const clock = new BusinessClock('Asia/Jakarta');
  clock.follow(Date.parse(at(9)) - Date.now());

  it('is behind by what it has not read, and late by the oldest of it', async () => {
    const store = new MemoryEventStore();
    expect(await (await behindNow(store, clock))(undefined)).toEqual({ events: 0, seconds: 0 });
    for (const minute of [1, 2, 3]) {
      const id = randomUUID();
      const metadata = {
        actor: 'x',
        commandId: id,
        correlationId: id,
        causationId: id,
        at: at(minute),
        tenant: 't',
        hash: '',
        previousHash: '',
      };
      await store.append(`t.${id}`, [{ id, type: 'Happened', version: 1, data: {}, metadata }], 'none');
    }
    const behind = await behindNow(store, clock);
    const [nothing, one, all] = [await behind(undefined), await behind('1'), await behind('3')];
    expect([nothing.events, one.events, all]).toEqual([3, 2, { events: 0, seconds: 0 }]);
    expect(Math.round(nothing.seconds)).toBe(8 * 60);
    expect(Math.round(one.seconds)).toBe(7 * 60);
  });
});
