import {
  type Appended,
  EventStore,
  type Expected,
  type Filter,
  type NewEvent,
  type Position,
  type Recorded,
  type Subscription,
} from './event-store.js';

/** A write into what belongs to another tenant. Nothing that a caller can ask for leads here: it is a bug, and goes no further. */
export class ForeignStream extends Error {
  override readonly name = 'ForeignStream';
  constructor(
    readonly stream: string,
    readonly tenant: string,
  ) {
    super(`${stream} does not belong to the tenant ${tenant}`);
  }
}

/**
 * What one tenant sees of a log that may hold several: his streams begin with his name and a dot.
 *
 * Streams of others are as those that nobody wrote to; in the log and in subscriptions their events do not occur. A write into
 * one of them, or of an event that says it is another tenant's, is refused before it reaches the store. Positions are the
 * store's own, and so tell how far the whole log has grown.
 * @param alone the log is known to hold nobody else's events, so that reading it needs no filter
 */
export const ofTenant = (store: EventStore, tenant: string, { alone = false } = {}): EventStore =>
  new TenantsStore(store, tenant, alone);

class TenantsStore extends EventStore {
  private readonly prefix: string;

  constructor(
    private readonly store: EventStore,
    private readonly tenant: string,
    private readonly alone: boolean,
  ) {
    super();
    this.prefix = `${tenant}.`;
  }

  override append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    const foreign = events.some(({ metadata }) => metadata.tenant !== this.tenant);
    if (foreign || !stream.startsWith(this.prefix)) return Promise.reject(new ForeignStream(stream, this.tenant));
    return this.store.append(stream, events, expected);
  }

  override async *read(stream: string, from?: bigint): AsyncGenerator<Recorded> {
    if (stream.startsWith(this.prefix)) yield* this.store.read(stream, from);
  }

  override readAll(after?: Position, filter?: Filter): AsyncIterable<readonly Recorded[]> {
    return this.store.readAll(after, this.narrowed(filter));
  }

  override subscribe(after?: Position, filter?: Filter): Subscription {
    return this.store.subscribe(after, this.narrowed(filter));
  }

  override head(): Promise<Position | undefined> {
    return this.store.head();
  }

  override get countsEvents(): boolean {
    return this.store.countsEvents;
  }

  override compare(a: Position, b: Position): number {
    return this.store.compare(a, b);
  }

  override close(): Promise<void> {
    return this.store.close();
  }

  /** What both want: of two prefixes the longer one, where it goes on from the shorter. */
  private narrowed(filter: Filter = {}): Filter {
    if (this.alone) return filter;
    const { types, streamPrefixes = [''] } = filter;
    const own = streamPrefixes
      .map((prefix) => (this.prefix.startsWith(prefix) ? this.prefix : prefix))
      .filter((prefix) => prefix.startsWith(this.prefix));
    return { ...(types ? { types } : {}), streamPrefixes: own };
  }
}
