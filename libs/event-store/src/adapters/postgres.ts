import type { Pool } from 'pg';
import {
  type Appended,
  EventStore,
  type Expected,
  type Filter,
  type NewEvent,
  type Position,
  type Recorded,
  type Subscription,
} from '../event-store.js';
import { openPool } from './pool.js';
import { Committer } from './postgres-committer.js';
import { Doorbell } from './postgres-doorbell.js';
import { isUnreachable } from './postgres-errors.js';
import { LogReader } from './postgres-reader.js';
import { logSchema, prepare } from './postgres-schema.js';
import { Written } from './postgres-written.js';

export type PostgresOptions = Readonly<{
  connectionString: string;
  /** Connections: one listens, two write, the rest read. */
  max?: number;
  /** How many batches may be on their way to the disk. */
  batchesAtOnce?: number;
  /** How long a reader waits at most before it looks for itself. */
  pollMs?: number;
}>;

/** Opens the log in schema `es`, and makes it if it is not there. Several processes may have it open. */
export const openPostgresEventStore = async (options: PostgresOptions): Promise<EventStore> => {
  const pool = openPool({ connectionString: options.connectionString, max: options.max ?? 5, name: 'store' });
  try {
    await prepare(pool, logSchema);
    return new PostgresEventStore(pool, options);
  } catch (error) {
    await pool.end();
    throw error;
  }
};

class PostgresEventStore extends EventStore {
  private readonly reader: LogReader;
  private readonly doorbell: Doorbell;
  private readonly committer: Committer;
  private readonly followers = new Set<Subscription>();
  private closing: Promise<void> | undefined;

  constructor(
    private readonly pool: Pool,
    { batchesAtOnce = 2, pollMs = 1000 }: PostgresOptions,
  ) {
    super();
    const written = new Written();
    this.reader = new LogReader(pool, written);
    this.doorbell = new Doorbell(pool, pollMs);
    this.committer = new Committer(pool, written, (head) => this.doorbell.ring(head), batchesAtOnce);
  }

  override append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    if (events.length === 0) return Promise.reject(new RangeError('an append needs at least one event'));
    return this.committer.append(stream, events, expected);
  }

  override read(stream: string, from = 0n): AsyncIterable<Recorded> {
    return this.reader.stream(stream, from);
  }

  override async *readAll(after: Position = '0', filter: Filter = {}): AsyncIterable<readonly Recorded[]> {
    yield* this.reader.between(after, await this.reader.head(), filter);
  }

  override subscribe(after: Position = '0', filter: Filter = {}): Subscription {
    const closed = new AbortController();
    const subscription: Subscription = {
      [Symbol.asyncIterator]: () => this.follow(BigInt(after), filter, closed.signal),
      close: async () => {
        closed.abort();
        this.followers.delete(subscription);
        this.doorbell.wake();
      },
    };
    this.followers.add(subscription);
    return subscription;
  }

  private async *follow(after: bigint, filter: Filter, closed: AbortSignal): AsyncGenerator<readonly Recorded[]> {
    let seen = after;
    let behind = true;
    while (!closed.aborted) {
      const rung = this.doorbell.next();
      try {
        const heard = this.doorbell.head;
        const head = heard > seen ? heard : await this.reader.head();
        for await (const batch of this.reader.between(String(seen), head, filter)) {
          if (closed.aborted) return;
          seen = BigInt(batch.at(-1)?.position ?? seen);
          behind = true;
          yield batch;
        }
        if (head > seen) seen = head;
        if (behind && !closed.aborted) yield [];
        behind = false;
      } catch (error) {
        if (closed.aborted) return;
        if (!isUnreachable(error)) throw error; // else the log is still there tomorrow: look again at the next poll
      }
      if (!closed.aborted) await rung;
    }
  }

  override async head(): Promise<Position | undefined> {
    const head = await this.reader.head();
    return head === 0n ? undefined : String(head);
  }

  override compare(a: Position, b: Position): number {
    return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
  }

  override close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  private async end(): Promise<void> {
    await Promise.all([...this.followers].map((subscription) => subscription.close()));
    this.doorbell.close();
    await this.committer.settled();
    await this.pool.end();
  }
}
