import type { Codec } from './codec.js';
import type { EventStore, Filter, Position, Recorded, Subscription } from './event-store.js';
import { Signal } from './signal.js';

/** How many events may wait for one reader before it goes back to reading for itself. */
const mostWaiting = 10_000;

/** How many events of a stream are decoded at once. */
const pageSize = 100;

type Reader = { seen: Position | undefined; waiting: Recorded[]; live: boolean; readonly arrived: Signal };

/**
 * One live reading of the log for many readers, so that events are fetched, parsed, decrypted and upcast once.
 *
 * A reader that is behind reads for itself until it has caught up. Events come decoded; an empty batch says "caught up".
 */
export class SharedLog {
  private readonly readers = new Set<Reader>();
  private subscription: Subscription | undefined;
  /** Up to where the live reading has handed out events. */
  private taken: Position | undefined;
  private failure: Error | undefined;

  /** @param learn told of events as they are stored, before they are decrypted and handed out: what they say of keys holds at once */
  constructor(
    private readonly store: EventStore,
    private readonly codec: Codec,
    private readonly learn: (events: readonly Recorded[]) => Promise<void> = async () => {},
  ) {}

  /** Everything after a position, then what comes, until `closed`. @throws what the store throws */
  async *follow(after: Position | undefined, closed: AbortSignal): AsyncGenerator<readonly Recorded[]> {
    const reader: Reader = { seen: after, waiting: [], live: false, arrived: new Signal() };
    const wake = () => reader.arrived.raise();
    closed.addEventListener('abort', wake);
    try {
      while (!closed.aborted) {
        if (!this.join(reader)) {
          yield* this.catchUp(reader, closed);
          continue;
        }
        yield* this.takeLive(reader, closed);
      }
    } finally {
      closed.removeEventListener('abort', wake);
      this.readers.delete(reader);
    }
  }

  /** Everything committed so far after a position (or what of it passes a filter), decoded. The next batch is fetched while one is being worked on. */
  async *readAll(after: Position | undefined, filter?: Filter): AsyncGenerator<readonly Recorded[]> {
    const batches = this.store.readAll(after, filter)[Symbol.asyncIterator]();
    const fetch = async () => {
      const result = await batches.next();
      return result.done ? undefined : this.read(result.value);
    };
    let next = fetch();
    for (let batch = await next; batch; batch = await next) {
      next = fetch();
      next.catch(() => undefined); // said where it is awaited
      yield batch;
    }
  }

  /** One stream from a revision on, decoded. Ends with what is there; empty where there is no such stream. */
  async *stream(stream: string, from = 0n): AsyncGenerator<Recorded> {
    let page: Recorded[] = [];
    for await (const event of this.store.read(stream, from)) {
      if (page.push(event) < pageSize) continue;
      yield* await this.codec.decode(page);
      page = [];
    }
    yield* await this.codec.decode(page);
  }

  decode(events: readonly Recorded[]): Promise<readonly Recorded[]> {
    return this.codec.decode(events);
  }

  async close(): Promise<void> {
    await this.subscription?.close();
  }

  private async read(batch: readonly Recorded[]): Promise<readonly Recorded[]> {
    await this.learn(batch);
    return this.codec.decode(batch);
  }

  private async *catchUp(reader: Reader, closed: AbortSignal): AsyncGenerator<readonly Recorded[]> {
    for await (const batch of this.readAll(reader.seen)) {
      if (closed.aborted) return;
      yield batch;
      reader.seen = batch.at(-1)?.position ?? reader.seen;
    }
  }

  /** Whether every later event will be handed to this reader. Nothing is awaited between the look and the joining. */
  private join(reader: Reader): boolean {
    if (!this.subscription) {
      this.taken = reader.seen;
      this.failure = undefined;
      this.subscription = this.store.subscribe(reader.seen);
      void this.readLive(this.subscription);
    } else if (!this.reached(reader.seen, this.taken)) return false;
    reader.live = true;
    this.readers.add(reader);
    return true;
  }

  private async *takeLive(reader: Reader, closed: AbortSignal): AsyncGenerator<readonly Recorded[]> {
    let told = false;
    while (!closed.aborted) {
      const arrived = reader.arrived.next();
      const batch = reader.waiting.splice(0);
      if (batch.length > 0) {
        told = false;
        yield batch;
        reader.seen = batch.at(-1)?.position ?? reader.seen;
      } else if (!reader.live) {
        if (this.failure) throw this.failure;
        return;
      } else {
        if (!told) yield [];
        told = true;
        if (reader.waiting.length === 0) await arrived;
      }
    }
  }

  private async readLive(subscription: Subscription): Promise<void> {
    try {
      for await (const batch of subscription) {
        if (batch.length === 0) continue;
        const decoded = await this.read(batch);
        this.taken = batch.at(-1)?.position ?? this.taken;
        for (const reader of this.readers) this.hand(reader, decoded);
      }
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
    if (this.subscription === subscription) this.subscription = undefined;
    for (const reader of this.readers) this.leave(reader);
  }

  private hand(reader: Reader, events: readonly Recorded[]): void {
    const { seen, waiting, arrived } = reader;
    const newest = waiting.at(-1)?.position ?? seen;
    const first = events.findIndex(({ position }) => !this.reached(newest, position));
    if (first >= 0) waiting.push(...events.slice(first));
    if (waiting.length > mostWaiting) this.leave(reader);
    arrived.raise();
  }

  private leave(reader: Reader): void {
    reader.live = false;
    this.readers.delete(reader);
    reader.arrived.raise();
  }

  private reached(seen: Position | undefined, position: Position | undefined): boolean {
    return position === undefined || (seen !== undefined && this.store.compare(seen, position) >= 0);
  }
}
