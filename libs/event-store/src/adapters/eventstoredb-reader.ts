import {
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  ErrorType,
  type EventStoreDBClient,
  FORWARDS,
  type ReadPosition,
  type ResolvedEvent,
  START,
} from '@eventstore/db-client';
import type { Filter, Position, Recorded } from '../event-store.js';
import { matches } from '../filter.js';
import { WaitingBatch } from '../waiting-batch.js';
import { isOfType } from './eventstoredb-errors.js';
import { comparePositions, positionOf, recordedOf, serverPositionOf } from './eventstoredb-events.js';
import type { Patience } from './eventstoredb-patience.js';

const pageSize = 500;
/** The newest event is nearly always ours; a server's own events may stand after it. */
const firstLook = 8;

type Reading<Event> = AsyncIterable<Event> &
  Readonly<{
    cancel: () => Promise<void>;
    destroy: (error: Error) => unknown;
    on: (name: 'error', listener: () => void) => unknown;
  }>;

/**
 * Reads page by page, so that memory stays bounded and a broken connection costs one page.
 * Reads ask for the leader: who has been told of a conflict must see what he conflicts with.
 */
export class AllReader {
  /** Asked for while another answer is under way, a head is that of after this one: never older than the question. */
  private readonly heads = new WaitingBatch<'head', Position | undefined>(async () => {
    const head = await this.head();
    return () => head;
  });
  private newest: Position | undefined;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly patience: Patience,
    private readonly streamPrefix: string,
  ) {}

  /** A page may be a few megabytes, and takes longer than an append. */
  private get withinMs(): number {
    return 4 * this.patience.deadlineMs;
  }

  /**
   * Of one stream, servers do not say where in the log its events stand. They are given the head of after they were read:
   * who waits for that position has waited for the event.
   */
  async *stream(stream: string, from: bigint): AsyncGenerator<Recorded> {
    for (let next = from; ;) {
      const page = await this.streamPage(stream, next, pageSize);
      const told = page.every(({ event }) => event && positionOf(event) !== undefined);
      const position = told ? undefined : await this.headAfterwards();
      for (const { event } of page) {
        const recorded = recordedOf(event, position);
        if (!recorded) throw new Error(`${stream} holds an event at ${event?.revision} that was not written by Alur`);
        yield recorded;
        next = recorded.revision + 1n;
      }
      if (page.length < pageSize) return;
    }
  }

  /** A position that is not before any event that was written until now. */
  async headAfterwards(): Promise<Position> {
    const head = await this.heads.get('head');
    if (head === undefined) throw new Error('the log is empty, but something was written to it');
    return head;
  }

  /** Of the newest event that is ours. What was the newest once is looked at no further back. */
  async head(): Promise<Position | undefined> {
    let count = firstLook;
    for (let before: Position | undefined; ; count = Math.min(count * 4, pageSize)) {
      const page = await this.allPage(before, BACKWARDS, count);
      const newest = page.map(({ event }) => recordedOf(event)).find((event) => event?.stream.startsWith(this.streamPrefix));
      if (newest) return (this.newest = newest.position);
      const last = page.at(-1)?.event;
      if (page.length < count || !last) return this.newest;
      before = placeOf(last);
      if (this.newest !== undefined && comparePositions(before, this.newest) < 0) return this.newest;
    }
  }

  /** Pages of what matches, after one position and up to another. The server filters subscriptions; of reads, the client cannot say so. */
  async *between(after: Position | undefined, upTo: Position, filter: Filter): AsyncGenerator<readonly Recorded[]> {
    for (let last = after; last === undefined || comparePositions(last, upTo) < 0;) {
      const page = await this.allPage(last, FORWARDS, pageSize);
      const wanted = page
        .map(({ event }) => recordedOf(event))
        .filter((event) => event !== undefined)
        .filter(({ position }) => isBetween(last, position, upTo))
        .filter((event) => matches(filter, event));
      if (wanted.length > 0) yield wanted;
      const end = page.at(-1)?.event;
      if (page.length < pageSize || !end) return;
      last = placeOf(end);
    }
  }

  /** The start is included. A stream that is not there, or was deleted, is empty. */
  private async streamPage(stream: string, fromRevision: bigint, maxCount: number): Promise<readonly ResolvedEvent[]> {
    const options = { fromRevision, maxCount, requiresLeader: true };
    try {
      return await this.patience.with(
        `the reading of ${stream}`,
        (late) => collected(this.client.readStream(stream, options), late),
        this.withinMs,
      );
    } catch (error) {
      if (isOfType(error, ErrorType.STREAM_NOT_FOUND)) return [];
      throw error;
    }
  }

  /** The start is included forwards, and not included backwards. */
  private allPage(
    from: Position | undefined,
    direction: typeof FORWARDS | typeof BACKWARDS,
    maxCount: number,
  ): Promise<readonly AllStreamResolvedEvent[]> {
    const edge = direction === FORWARDS ? START : END;
    const fromPosition: ReadPosition = from === undefined ? edge : serverPositionOf(from);
    const options = { fromPosition, direction, maxCount, requiresLeader: true };
    return this.patience.with('the reading of the log', (late) => collected(this.client.readAll(options), late), this.withinMs);
  }
}

/** Where an event of `$all` stands, which every server tells. */
const placeOf = (event: AllStreamRecordedEvent): Position => {
  const position = positionOf(event);
  if (position === undefined) throw new Error(`the server did not say where ${event.streamId} at ${event.revision} stands`);
  return position;
};

const isBetween = (after: Position | undefined, position: Position, upTo: Position): boolean =>
  (after === undefined || comparePositions(position, after) > 0) && comparePositions(position, upTo) <= 0;

/** A page as a whole. What broke off is cancelled, else the client would keep the call. */
const collected = async <Event>(reading: Reading<Event>, late: AbortSignal): Promise<readonly Event[]> => {
  reading.on('error', () => undefined); // one that comes after the end would have nobody to go to
  const giveUp = () => reading.destroy(new Error('the page did not come in time'));
  late.addEventListener('abort', giveUp);
  const events: Event[] = [];
  let whole = false;
  try {
    for await (const event of reading) events.push(event);
    whole = true;
    return events;
  } finally {
    late.removeEventListener('abort', giveUp);
    if (!whole) void reading.cancel().catch(() => undefined);
  }
};
