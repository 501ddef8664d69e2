import type { EventStoreDBClient } from '@eventstore/db-client';
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
import { Appender } from './eventstoredb-appender.js';
import { closeClient, openClient } from './eventstoredb-client.js';
import { comparePositions } from './eventstoredb-events.js';
import { Follower } from './eventstoredb-follower.js';
import { AllReader } from './eventstoredb-reader.js';
import { Patience } from './eventstoredb-patience.js';

export type EventStoreDbOptions = Readonly<{
  /** `esdb://user:password@host:2113?tls=true`, or `esdb+discover://` for a cluster. Says TLS, its CA file and who we are. */
  connectionString: string;
  /** What one append may weigh in bytes: data, metadata and twice the type. As the server has it; 1 MiB by default. */
  maxAppendSize?: number;
  /** Of a log with several owners, how our streams begin: `head` is the newest of these. What is read is narrowed by `ofTenant`. */
  streamPrefix?: string;
  /** How long one attempt may take, in milliseconds. */
  deadlineMs?: number;
  /** How long an append or a read is tried again before its caller is told, in milliseconds. */
  patienceMs?: number;
  /** What pauses are drawn from, in [0, 1): for specifications that want to repeat them. */
  random?: () => number;
}>;

/**
 * Opens an EventStoreDB or KurrentDB, 23.10 or later, over gRPC. Nothing is sent before the first call.
 * @throws Error when the connection string is not one
 */
export const openEventStoreDb = (options: EventStoreDbOptions): EventStore =>
  new EventStoreDb(openClient(options.connectionString), options);

class EventStoreDb extends EventStore {
  private readonly appender: Appender;
  private readonly reader: AllReader;
  private readonly patience: Patience;
  private readonly closed = new AbortController();
  private readonly followers = new Set<Subscription>();
  private closing: Promise<void> | undefined;

  constructor(
    private readonly client: EventStoreDBClient,
    {
      maxAppendSize = 1024 * 1024,
      streamPrefix = '',
      deadlineMs = 5_000,
      patienceMs = 15_000,
      random = Math.random,
    }: EventStoreDbOptions,
  ) {
    super();
    this.patience = new Patience({ deadlineMs, patienceMs, random, closed: this.closed.signal });
    this.reader = new AllReader(client, this.patience, streamPrefix);
    this.appender = new Appender(client, this.patience, maxAppendSize, () => this.reader.headAfterwards());
  }

  override append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    return this.appender.append(stream, events, expected);
  }

  override read(stream: string, from = 0n): AsyncIterable<Recorded> {
    return this.reader.stream(stream, from);
  }

  override async *readAll(after?: Position, filter: Filter = {}): AsyncIterable<readonly Recorded[]> {
    const head = await this.reader.head();
    if (head !== undefined) yield* this.reader.between(after, head, filter);
  }

  override subscribe(after?: Position, filter: Filter = {}): Subscription {
    const closed = new AbortController();
    const subscription: Subscription = {
      [Symbol.asyncIterator]: () => new Follower(this.client, this.patience, filter, closed.signal).follow(after),
      close: async () => {
        closed.abort();
        this.followers.delete(subscription);
      },
    };
    this.followers.add(subscription);
    return subscription;
  }

  override head(): Promise<Position | undefined> {
    return this.reader.head();
  }

  /** They are places in a file. */
  override get countsEvents(): boolean {
    return false;
  }

  override compare(a: Position, b: Position): number {
    return comparePositions(a, b);
  }

  override close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  private async end(): Promise<void> {
    this.closed.abort();
    await Promise.all([...this.followers].map((subscription) => subscription.close()));
    await this.appender.settled();
    await closeClient(this.client);
  }
}
