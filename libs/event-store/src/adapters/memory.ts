import {
  type Appended,
  EventStore,
  type Expected,
  type Filter,
  type NewEvent,
  type Position,
  type Recorded,
  type Subscription,
  WrongRevision,
} from '../event-store.js';
import { matches } from '../filter.js';
import { Signal } from '../signal.js';

const batchSize = 1000;

/** Events in this process's memory: for specifications and simulations. */
export class MemoryEventStore extends EventStore {
  private readonly log: Recorded[] = [];
  private readonly streams = new Map<string, Recorded[]>();
  private readonly appended = new Signal();
  private readonly open = new Set<Subscription>();

  override append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    return Promise.resolve().then(() => this.appendNow(stream, events, expected));
  }

  private appendNow(stream: string, events: readonly NewEvent[], expected: Expected): Appended {
    if (events.length === 0) throw new RangeError('an append needs at least one event');
    const recorded = this.streams.get(stream) ?? [];
    const from = expected === 'none' ? 0 : Number(expected) + 1;
    if (recorded.length !== from) return this.repeated(stream, recorded.slice(from, from + events.length), events, expected);
    for (const { text: _, ...event } of events) {
      const kept: Recorded = {
        ...asJson(event),
        stream,
        revision: BigInt(recorded.length),
        position: String(this.log.length + 1),
      };
      recorded.push(kept);
      this.log.push(kept);
    }
    this.streams.set(stream, recorded);
    this.appended.raise();
    return { revision: BigInt(recorded.length - 1), position: String(this.log.length) };
  }

  private repeated(stream: string, before: readonly Recorded[], events: readonly NewEvent[], expected: Expected): Appended {
    const last = before.at(-1);
    if (
      !last ||
      before.length !== events.length ||
      before.some(({ id, metadata }, n) => id !== events[n]?.id || metadata.hash !== events[n]?.metadata.hash)
    )
      throw new WrongRevision(stream, expected);
    return { revision: last.revision, position: last.position };
  }

  override async *read(stream: string, from = 0n): AsyncIterable<Recorded> {
    yield* (this.streams.get(stream) ?? []).slice(Number(from));
  }

  override async *readAll(after: Position = '0', filter: Filter = {}): AsyncIterable<readonly Recorded[]> {
    const end = this.log.length;
    for (let n = Number(after); n < end; n += batchSize) {
      const batch = this.log.slice(n, Math.min(n + batchSize, end)).filter((event) => matches(filter, event));
      if (batch.length > 0) yield batch;
    }
  }

  override subscribe(after?: Position, filter: Filter = {}): Subscription {
    const closed = new AbortController();
    const subscription: Subscription = {
      [Symbol.asyncIterator]: () => this.follow(after ?? '0', filter, closed.signal),
      close: async () => {
        closed.abort();
        this.open.delete(subscription);
        this.appended.raise();
      },
    };
    this.open.add(subscription);
    return subscription;
  }

  private async *follow(after: Position, filter: Filter, closed: AbortSignal): AsyncGenerator<readonly Recorded[]> {
    let seen = Number(after);
    let behind = true;
    while (!closed.aborted) {
      const raised = this.appended.next();
      const end = this.log.length;
      while (seen < end && !closed.aborted) {
        const batch = this.log.slice(seen, Math.min(seen + batchSize, end)).filter((event) => matches(filter, event));
        seen = Math.min(seen + batchSize, end);
        if (batch.length > 0) yield batch;
        behind ||= batch.length > 0;
      }
      if (behind && !closed.aborted) yield [];
      behind = false;
      if (!closed.aborted) await raised;
    }
  }

  override async head(): Promise<Position | undefined> {
    return this.log.at(-1)?.position;
  }

  override compare(a: Position, b: Position): number {
    return Number(a) - Number(b);
  }

  override async close(): Promise<void> {
    await Promise.all([...this.open].map((subscription) => subscription.close()));
  }
}

/** Through JSON and back, as in a store with a disk. A structured clone would be of another realm in a test, and equal to nothing. */
const asJson = (event: Omit<NewEvent, 'text'>) => JSON.parse(JSON.stringify(event)) as typeof event; // it was one a moment ago
