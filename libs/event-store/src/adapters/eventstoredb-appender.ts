import { Rejection } from '@app/decider';
import { ErrorType, type EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { type Appended, type Expected, type NewEvent, type Position, WrongRevision } from '../event-store.js';
import { isOfType } from './eventstoredb-errors.js';
import { positionFrom, propose, type Proposed } from './eventstoredb-events.js';
import type { Patience } from './eventstoredb-patience.js';

/**
 * Appends, and tries again what was not answered.
 *
 * An attempt without an answer may have been written. Every attempt carries the same ids at the same exact revision, and
 * such a repeat the server recognises from its log, however late: it answers as the first time, or refuses for good.
 */
export class Appender {
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly patience: Patience,
    private readonly maxBytes: number,
    /** For a repeat whose position the server does not tell. */
    private readonly headAfterwards: () => Promise<Position>,
  ) {}

  append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    const appending = this.appendAll(stream, events, expected);
    const settled = appending.catch(() => undefined).finally(() => this.underWay.delete(settled));
    this.underWay.add(settled);
    return appending;
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async appendAll(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    if (events.length === 0) throw new RangeError('an append needs at least one event');
    const proposed = events.map(propose);
    this.weigh(proposed);
    const revision = (expected === 'none' ? -1n : expected) + BigInt(events.length);
    try {
      const position = await this.patience.with(`the append to ${stream}`, () => this.attempt(stream, proposed, expected));
      return { revision, position: position ?? (await this.headAfterwards()) };
    } catch (error) {
      if (isOfType(error, ErrorType.WRONG_EXPECTED_VERSION)) throw new WrongRevision(stream, expected);
      if (isOfType(error, ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED)) throw tooLarge(weightOf(proposed), this.maxBytes);
      throw error;
    }
  }

  /** The revision in the answer is not looked at: of a conflict the client may tell a wrong one, else it is what we know. */
  private async attempt(stream: string, proposed: readonly Proposed[], expected: Expected): Promise<Position | undefined> {
    const { success, position } = await this.client.appendToStream(
      stream,
      proposed.map(({ event }) => event),
      {
        expectedRevision: expected === 'none' ? NO_STREAM : expected,
        requiresLeader: true,
        deadline: this.patience.deadlineMs,
      },
    );
    if (!success) throw new WrongRevision(stream, expected); // where the connection string says `throwOnAppendFailure=false`
    return position && positionFrom(position);
  }

  private weigh(proposed: readonly Proposed[]): void {
    const bytes = weightOf(proposed);
    if (bytes > this.maxBytes) throw tooLarge(bytes, this.maxBytes);
  }
}

const weightOf = (proposed: readonly Proposed[]): number => proposed.reduce((sum, { bytes }) => sum + bytes, 0);

const tooLarge = (bytes: number, most: number) =>
  new Rejection('invalid', 'store.append-too-large', 'This is more than the event store takes at once.', { bytes, most });
