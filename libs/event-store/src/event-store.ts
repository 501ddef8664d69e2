import type { Message } from '@app/decider';

/** The revision the stream must be at for an append to be accepted. There is no "any". */
export type Expected = bigint | 'none';

/** Where an event stands in its store. Opaque: ordered by its store alone, and never a number in JSON. */
export type Position = string;

/** Who, in which capacity, when, and because of what. Plain JSON. */
export type Metadata = Readonly<{
  /** A person's id, or `system:<policy>`. */
  actor: string;
  office?: string;
  onBehalfOf?: string;
  /** The right on which it was done: the kind of holding and its letter. */
  authority?: string;
  commandId: string;
  correlationId: string;
  causationId: string;
  /** Business time, an ISO instant in UTC. */
  at: string;
  tenant: string;
  /** SHA-256 (hex) over the RFC 8785 form of everything but `position` and this field; see `hash.ts`. */
  hash: string;
  /** The hash of the event before it in its stream; empty for the first. */
  previousHash: string;
  /** SHA-256 of the command's body, to tell a repeat from another request under the same key. */
  commandHash?: string;
}>;

/** An event as it is written: encoded, hashed, with its own id. */
export type NewEvent = Readonly<{
  id: string;
  type: string;
  version: number;
  data: Readonly<Record<string, unknown>>;
  metadata: Metadata;
  /**
   * `data` and `metadata` as JSON, where the writer has it at hand already; they are then what it reads back as, no less and
   * no more. Not part of what is recorded.
   */
  text?: Readonly<{ data: string; metadata: string }>;
}>;

/** An event as it was recorded. */
export type Recorded<E extends Message = Message> = Readonly<{
  id: string;
  version: number;
  stream: string;
  revision: bigint;
  position: Position;
  metadata: Metadata;
}> &
  E;

export type Appended = Readonly<{ revision: bigint; position: Position }>;

/** Which events a reader wants. Both are "any of"; an absent one is all. */
export type Filter = Readonly<{ types?: readonly string[]; streamPrefixes?: readonly string[] }>;

/** Another writer got there first. `transact` retries it; nobody else should have to see it. */
export class WrongRevision extends Error {
  override readonly name = 'WrongRevision';
  constructor(
    readonly stream: string,
    readonly expected: Expected,
  ) {
    super(`${stream} is not at revision ${expected}`);
  }
}

/**
 * The store could not be reached, or did not answer, however often it was tried. An append that ends so may have been written
 * or may be written yet: the same ids at the same revision, sent again, tell.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  constructor(what: string, options?: ErrorOptions) {
    super(`the event store did not answer: ${what}`, options);
  }
}

/** A live reader of the log. Ends when `close` is called or the signal given to `subscribe` aborts. */
export interface Subscription extends AsyncIterable<readonly Recorded[]> {
  close(): Promise<void>;
}

/**
 * Where events are kept.
 *
 * An abstract class and not an interface, so that it can be its own injection token. What an adapter
 * must do beyond these types is written down, executably, in `event-store.contract.ts`.
 */
export abstract class EventStore {
  /**
   * Appends all of the events or none of them, durably.
   *
   * The same event ids at the same expected revision are answered as the first time.
   * @throws WrongRevision when the stream is at another revision
   */
  abstract append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended>;

  /** The stream from `from` (inclusive; its beginning by default), streamed. A stream nobody wrote to is empty. */
  abstract read(stream: string, from?: bigint): AsyncIterable<Recorded>;

  /** Everything committed so far after a position, in the order of commit, without gaps, streamed in batches. */
  abstract readAll(after?: Position, filter?: Filter): AsyncIterable<readonly Recorded[]>;

  /** Catches up after a position, then follows live. Batches are never empty, except one that says "caught up" each time the head is reached. */
  abstract subscribe(after?: Position, filter?: Filter): Subscription;

  /** The position of the newest event; `undefined` for an empty log. */
  abstract head(): Promise<Position | undefined>;

  /** Orders two positions of this store: negative, zero, positive. */
  abstract compare(a: Position, b: Position): number;

  /** Whether positions are numbers that count events, so that a difference says how many. */
  get countsEvents(): boolean {
    return true;
  }

  abstract close(): Promise<void>;
}
