import {
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  type Position as ServerPosition,
  START,
} from '@eventstore/db-client';
import type { Filter, Position, Recorded } from '../event-store.js';
import { matches } from '../filter.js';
import { Signal } from '../signal.js';
import { isForGood } from './eventstoredb-errors.js';
import { comparePositions, positionFrom, positionOf, recordedOf, serverPositionOf } from './eventstoredb-events.js';
import { serverFilterOf } from './eventstoredb-filter.js';
import type { Patience } from './eventstoredb-patience.js';

/** How many events may lie here before the server is made to wait. */
const mostWaiting = 500;

/**
 * Follows `$all` after a position, over any number of drops: a slow consumer, another leader, a restart.
 *
 * The client resumes nothing and says of a drop only that there was an error. So where we are is kept here: the newest event
 * handed out, or the newest checkpoint, which is taken only after everything that came before it was handed out. The server
 * starts after a position, so nothing is lost and nothing comes twice.
 */
export class Follower {
  private seen: Position | undefined;
  /** Whether something was handed out since "caught up" was said. */
  private behind = true;
  private fruitless = 0;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly patience: Patience,
    private readonly filter: Filter,
    private readonly closed: AbortSignal,
  ) {}

  async *follow(after: Position | undefined): AsyncGenerator<readonly Recorded[]> {
    this.seen = after;
    while (!this.closed.aborted) {
      const live = new Live(this.client, this.seen, this.filter, this.closed);
      try {
        yield* this.take(live);
      } finally {
        live.end();
      }
      if (live.failure !== undefined && isForGood(live.failure) && !this.closed.aborted) throw live.failure;
      if (!this.closed.aborted) await this.patience.pause(this.fruitless, this.closed);
      this.fruitless += 1;
    }
  }

  /** Hands out what arrives until the subscription breaks, and what had arrived before it broke. */
  private async *take(live: Live): AsyncGenerator<readonly Recorded[]> {
    while (!this.closed.aborted) {
      const changed = live.changed.next(live.confirmed ? undefined : this.patience.deadlineMs);
      const { wanted, newest } = this.sorted(live.arrived());
      if (newest !== undefined) this.advance(newest);
      if (wanted.length > 0) {
        this.behind = true;
        yield wanted;
        continue;
      }
      if (newest !== undefined) continue;
      if (live.checkpoint !== undefined) this.advance(live.checkpoint);
      if (live.isLive) this.fruitless = 0;
      if (live.isLive && this.behind) {
        this.behind = false;
        yield [];
        continue;
      }
      if (live.failure !== undefined) return;
      const confirmed = live.confirmed;
      await changed;
      if (!confirmed && !live.confirmed && live.failure === undefined) live.fail(new Error('the server did not confirm in time'));
    }
  }

  private sorted(events: ReturnType<Live['arrived']>) {
    const recorded = events.map((event) => recordedOf(event)).filter((event) => event !== undefined);
    const last = events.at(-1);
    return { wanted: recorded.filter((event) => matches(this.filter, event)), newest: last && positionOf(last) };
  }

  private advance(to: Position): void {
    this.fruitless = 0;
    if (this.seen === undefined || comparePositions(to, this.seen) > 0) this.seen = to;
  }
}

/** One subscription at the server, until it breaks. */
class Live {
  /** Raised whenever there may be something to do. */
  readonly changed = new Signal();
  confirmed = false;
  /** The server has sent everything there was, and goes on with what comes. */
  isLive = false;
  /** Up to where the server has looked. Holds once everything that has arrived was taken. */
  checkpoint: Position | undefined;
  failure: Error | undefined;
  private readonly subscription: AllStreamSubscription;

  constructor(client: EventStoreDBClient, after: Position | undefined, filter: Filter, closed: AbortSignal) {
    this.subscription = client.subscribeToAll(
      {
        fromPosition: after === undefined ? START : serverPositionOf(after),
        filter: serverFilterOf(filter, async (position: ServerPosition) => {
          this.checkpoint = positionFrom(position);
          this.changed.raise();
        }),
      },
      { highWaterMark: mostWaiting },
    );
    const wake = () => this.changed.raise();
    this.subscription
      .on('confirmation', () => {
        this.confirmed = true;
        wake();
      })
      .on('caughtUp', () => {
        this.isLive = true;
        wake();
      })
      .on('readable', wake)
      .on('error', (error) => this.fail(error))
      .on('end', () => this.fail(new Error('the subscription ended')))
      .on('close', () => this.fail(new Error('the subscription was closed')));
    closed.addEventListener('abort', wake, { once: true });
  }

  /** What has arrived, taken. */
  arrived(): readonly AllStreamRecordedEvent[] {
    const events: AllStreamRecordedEvent[] = [];
    for (let resolved = this.next(); resolved && events.length < mostWaiting; resolved = this.next())
      if (resolved.event) events.push(resolved.event);
    return events;
  }

  fail(error: Error): void {
    this.failure ??= error;
    this.changed.raise();
  }

  end(): void {
    void this.subscription.unsubscribe().catch(() => undefined);
  }

  private next(): AllStreamResolvedEvent | null {
    // The one place where what a stream of objects gives is taken to be what the client says it is.
    return this.subscription.read() as AllStreamResolvedEvent | null;
  }
}
