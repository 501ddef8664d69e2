import type { BusinessClock } from './business-clock.js';
import type { Timer, Timers } from './timers.js';

/** Something that falls due. `id` names the row, `at` is a business instant. */
export type DueInstant = Readonly<{ id: string; at: string }>;

/** The read model of what is due: a copy of events, and the truth for timers. */
export abstract class DueInstants {
  /** What falls due at or before a business instant, oldest first. */
  abstract due(until: string, limit: number): Promise<readonly DueInstant[]>;
}

export type SweeperOptions = Readonly<{
  timers: Timers;
  clock: BusinessClock;
  instants: DueInstants;
  /** Sends whatever command the instant calls for. That nothing was due any more is no error. */
  fire: (instant: DueInstant) => Promise<void>;
  /** Real time in milliseconds since the epoch. */
  real?: () => number;
  /** Only what falls due within so many milliseconds is given to the timers. */
  horizonMs?: number;
  /** How often to look, in milliseconds of real time. */
  everyMs?: number;
  /** How many instants one look takes. The rest waits for the next. */
  limit?: number;
  /** Told by how many seconds a timer fired late, in real time, not counting what a jump of the clock made late. */
  onFired?: (latenessSeconds: number, instant: DueInstant) => void;
  onError?: (error: unknown) => void;
}>;

const HOUR = 3_600_000;
/** A timer that was set is set again after this while, in case the queue was emptied meanwhile. */
const RECHECK_MS = 15_000;
/** An instant that fired and is still due (its row lags, or nothing changed) waits, twice as long each time. */
const FIRST_BACKOFF_MS = 15_000;
const LONGEST_BACKOFF_MS = HOUR;

type Memory = { firings: number; notBefore: number };

/**
 * Keeps timers true to what is due.
 *
 * Every few seconds, and at once when the clock jumps, it reads what falls due within the horizon and sets a timer for
 * each. So a queue that was emptied, a restart, a year's delay and the demo clock are one mechanism. It remembers what it
 * set and what it fired only to go easy on the queue and on commands that change nothing: forgetting it is harmless.
 */
export class Sweeper {
  readonly #memory = new Map<string, Memory>();
  readonly #real: () => number;
  #interval: NodeJS.Timeout | undefined;
  #unlisten = () => {};
  #running: Promise<void> | undefined;
  #again = false;

  constructor(private readonly options: SweeperOptions) {
    this.#real = options.real ?? Date.now;
  }

  /** Starts looking. The timers' handler is this sweeper's from here on. */
  start(): void {
    const { timers, clock, everyMs = 5_000 } = this.options;
    timers.onDue((timer) => this.fire(timer));
    this.#unlisten = clock.onJump(() => void this.sweep());
    this.#interval = setInterval(() => void this.sweep(), everyMs);
    void this.sweep();
  }

  /** Looks once. A look during a look makes one more follow it. */
  sweep(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#sweepUntilDone().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    clearInterval(this.#interval);
    this.#unlisten();
    this.#again = false;
    await this.#running;
  }

  async #sweepUntilDone(): Promise<void> {
    do {
      this.#again = false;
      try {
        await this.#look();
      } catch (error) {
        this.options.onError?.(error);
      }
    } while (this.#again);
  }

  async #look(): Promise<void> {
    const { timers, clock, instants, horizonMs = 48 * HOUR, limit = 2_000 } = this.options;
    const due = await instants.due(new Date(Date.parse(clock.now()) + horizonMs).toISOString(), limit);
    const now = this.#real();
    const named = due.map((instant) => ({ instant, id: this.#timerId(instant) }));
    this.#forgetAllBut(new Set(named.map(({ id }) => id)));
    const wanted = named.filter(({ id }) => (this.#memory.get(id)?.notBefore ?? 0) <= now);
    await timers.schedule(
      ...wanted.map(({ instant, id }) => ({ id, at: new Date(clock.realTimeOf(instant.at)).toISOString(), payload: instant })),
    );
    for (const { id } of wanted) this.#remember(id, this.#memory.get(id)?.firings ?? 0, now + RECHECK_MS);
  }

  /** What a due timer does. Set as the handler by `start`. */
  async fire({ id, payload }: Timer): Promise<void> {
    const { clock, fire, onFired } = this.options;
    const { id: row, at } = payload;
    // After a jump an old job may still be there, and a queue outlives releases: what cannot be understood is set again.
    if (typeof row !== 'string' || typeof at !== 'string' || clock.now() < at) return;
    const instant = { id: row, at };
    await fire(instant);
    const now = this.#real();
    const firings = this.#memory.get(id)?.firings ?? 0;
    this.#remember(id, firings + 1, now + Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** firings));
    onFired?.(Math.max(0, now - Math.max(clock.realTimeOf(at), clock.movedAt)) / 1_000, instant);
  }

  /** The offset is part of it: a job that was set before a jump waits too long, and must not stand in the way. */
  #timerId({ id, at }: DueInstant): string {
    return `${id}@${at}+${this.options.clock.offsetMs}`;
  }

  #remember(id: string, firings: number, notBefore: number): void {
    this.#memory.set(id, { firings, notBefore });
  }

  #forgetAllBut(known: ReadonlySet<string>): void {
    for (const id of this.#memory.keys()) if (!known.has(id)) this.#memory.delete(id);
  }
}
