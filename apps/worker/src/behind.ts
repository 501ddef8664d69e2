import type { EventStore, Position } from '@app/event-store';
import type { BusinessClock } from '@app/scheduling';

/** How far a reader is behind its log. */
export type Behind = Readonly<{
  /** Events of the log that it has not read; `undefined` where positions do not count events (EventStoreDB). */
  events: number | undefined;
  /** Seconds of business time since the oldest event that it has not read. What has read everything is not late. */
  seconds: number;
}>;

/** Reckons for many readers as of one moment: those that are at the same place are looked up once. */
export const behindNow = async (
  store: EventStore,
  clock: BusinessClock,
): Promise<(checkpoint: Position | undefined) => Promise<Behind>> => {
  const head = await store.head();
  const now = Date.parse(clock.now());
  const known = new Map<Position | undefined, Promise<Behind>>();
  const reckon = async (checkpoint: Position | undefined): Promise<Behind> => {
    if (head === undefined || (checkpoint !== undefined && store.compare(checkpoint, head) >= 0))
      return { events: 0, seconds: 0 };
    const at = await oldestAfter(store, checkpoint);
    return {
      events: store.countsEvents ? Number(head) - Number(checkpoint ?? 0) : undefined,
      seconds: at === undefined ? 0 : Math.max(0, (now - at) / 1000),
    };
  };
  return (checkpoint) => {
    const found = known.get(checkpoint) ?? reckon(checkpoint);
    known.set(checkpoint, found);
    return found;
  };
};

const oldestAfter = async (store: EventStore, checkpoint: Position | undefined): Promise<number | undefined> => {
  for await (const [first] of store.readAll(checkpoint)) return first && Date.parse(first.metadata.at);
  return undefined;
};
