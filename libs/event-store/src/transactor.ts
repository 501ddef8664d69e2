import type { Decider, Message } from '@app/decider';
import type { Position, Recorded } from './event-store.js';

/** Everything of an event's metadata that the caller knows; the rest is computed. */
export type CommandMeta = Readonly<{
  actor: string;
  office?: string;
  onBehalfOf?: string;
  authority?: string;
  /** Kept in the stream for ever: the same id again answers as the first time and adds nothing. */
  commandId: string;
  correlationId: string;
  causationId: string;
  at: string;
  tenant: string;
  /** Whose key encrypts the personal fields of the events (the person the stream is about). */
  subject?: string;
  /** SHA-256 of the request's body: the same command id with another body is a `Rejection` `command.id-reused` (invalid). */
  commandHash?: string;
}>;

/** What a command came to. */
export type Outcome<E extends Message, S> = Readonly<{
  /** 'none' for a stream that is still empty. */
  revision: bigint | 'none';
  /** Where the newest event of this command stands; `undefined` if there was none. */
  position: Position | undefined;
  /** The events that this command wrote, now or the first time. Decoded. */
  events: readonly Recorded<E>[];
  /** The command had been carried out before. */
  repeated: boolean;
  state: S;
}>;

export type TransactOptions = Readonly<{
  /** Refuse, with `WrongRevision`, unless the stream is here: no retry. */
  expected?: bigint;
  /** How often a lost race is tried again from the newer state. */
  attempts?: number;
  /**
   * Nothing was written to this stream, as far as the caller can know: where nothing is in memory, the store is not asked
   * first. Where it was so after all, the append finds out, and it is done again from what is there.
   */
  likelyNew?: boolean;
}>;

/**
 * Runs one command against one stream: fold, decide, append at the revision that was folded.
 *
 * A lost race starts again from the newer state, so `decide` may run more than once, which is why it has to be pure.
 * @throws Rejection when the decider refuses; it is not retried
 * @throws WrongRevision when every attempt lost the race, or `expected` does not hold
 */
export abstract class Transactor {
  abstract transact<C extends Message, E extends Message, S>(
    stream: string,
    decider: Decider<C, E, S>,
    command: C,
    meta: CommandMeta,
    options?: TransactOptions,
  ): Promise<Outcome<E, S>>;

  /**
   * The state of a stream now, from the cache where it is fresh.
   * @param atLeast a state in memory will do, if it is of this revision or a later one: the store is not asked for newer events
   */
  abstract load<E extends Message, S>(
    stream: string,
    decider: Pick<Decider<never, E, S>, 'initial' | 'evolve'>,
    atLeast?: bigint,
  ): Promise<Readonly<{ state: S; revision: bigint | 'none' }>>;
}
