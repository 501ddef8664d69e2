/**
 * What time it is for the business: real time plus an offset, which only the demo ever moves, and only forward.
 *
 * Everything of the business takes its `at` from here. Sessions, locks, rate limits and delays of jobs go by real time.
 */
export class BusinessClock {
  readonly #day: Intl.DateTimeFormat;
  readonly #listeners = new Set<() => void>();
  #offsetMs = 0;
  #movedAt = Number.NEGATIVE_INFINITY;

  /**
   * @param zone IANA zone of the tenant's days
   * @param real real time in milliseconds since the epoch
   */
  constructor(
    readonly zone: string,
    private readonly real: () => number = Date.now,
  ) {
    this.#day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  }

  /** The present instant, ISO 8601 in UTC. */
  now(): string {
    return new Date(this.real() + this.#offsetMs).toISOString();
  }

  /** The present day in the zone, `YYYY-MM-DD`. */
  today(): string {
    return this.#day.format(this.real() + this.#offsetMs);
  }

  /** How far it is ahead of real time, in milliseconds. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** The real instant, in milliseconds since the epoch, at which a business instant comes or came. */
  realTimeOf(instant: string): number {
    return Date.parse(instant) - this.#offsetMs;
  }

  /** Real time, in milliseconds since the epoch, at which this process heard of the last jump. */
  get movedAt(): number {
    return this.#movedAt;
  }

  /** Takes over a recorded offset. A smaller one than the present is old news, and changes nothing. */
  follow(offsetMs: number): void {
    if (offsetMs <= this.#offsetMs) return;
    this.#offsetMs = offsetMs;
    this.#movedAt = this.real();
    for (const listener of this.#listeners) listener();
  }

  /** @returns how to stop listening */
  onJump(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
