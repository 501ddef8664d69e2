import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from '../event-store.js';
import { isForGood } from './eventstoredb-errors.js';

export type PatienceOptions = Readonly<{
  deadlineMs: number;
  patienceMs: number;
  random: () => number;
  /** Aborted when the store is closed: nothing is tried again then. */
  closed: AbortSignal;
}>;

const shortestMs = 25;
const longestMs = 2_000;
/** What the client is given beyond the deadline it was told, before it is not believed any more. */
const graceOf = (withinMs: number) => Math.min(1_000, withinMs);

/**
 * Tries again what may be done twice: a read, or an append, which knows its ids.
 *
 * Pauses double from 25 ms to 2 s and are drawn between nothing and that (full jitter), so that many callers who lost the
 * same server do not come back together.
 */
export class Patience {
  constructor(private readonly options: PatienceOptions) {}

  get deadlineMs(): number {
    return this.options.deadlineMs;
  }

  /**
   * @param attempt is told when nobody waits for it any more
   * @throws StoreUnavailable when patience is at an end; at once, what would be answered the same for ever
   */
  async with<Result>(
    what: string,
    attempt: (late: AbortSignal) => Promise<Result>,
    withinMs = this.options.deadlineMs,
  ): Promise<Result> {
    const until = Date.now() + this.options.patienceMs;
    for (let attempts = 0; ; attempts += 1) {
      try {
        return await inTime(attempt, withinMs);
      } catch (error) {
        if (isForGood(error)) throw error;
        if (Date.now() >= until || this.options.closed.aborted) throw new StoreUnavailable(what, { cause: error });
        await this.pause(attempts, this.options.closed);
      }
    }
  }

  /** Waits before the next attempt, or until `stop`. */
  async pause(attempts: number, stop: AbortSignal): Promise<void> {
    const most = Math.min(longestMs, shortestMs * 2 ** attempts);
    await pause(1 + this.options.random() * most, undefined, { signal: stop }).catch(() => undefined);
  }
}

/**
 * One attempt, begun in a turn of its own and bounded by our own clock.
 *
 * Where the client closes its channel between taking it and calling on it, its promise is never settled. In a turn of its
 * own nothing can come in between. The clock is for what else it may leave open: of a read it ignores the deadline.
 */
const inTime = async <Result>(attempt: (late: AbortSignal) => Promise<Result>, withinMs: number): Promise<Result> => {
  const over = new AbortController();
  const done = new AbortController();
  const late = async (): Promise<never> => {
    await pause(withinMs + graceOf(withinMs), undefined, { signal: done.signal, ref: false });
    over.abort();
    throw new Error('no answer within the deadline');
  };
  try {
    const own = new Promise<Result>((resolve, reject) => setImmediate(() => void attempt(over.signal).then(resolve, reject)));
    return await Promise.race([own, late()]);
  } finally {
    done.abort();
  }
};
