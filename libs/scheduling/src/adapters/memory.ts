import { type DueHandler, type Timer, Timers } from '../timers.js';

const FIRST_RETRY_MS = 1_000;

/**
 * Timers whose clock is turned by hand: nothing fires until `advance` or `fireDue` is awaited.
 *
 * @param now milliseconds since the epoch to start at
 */
export class MemoryTimers extends Timers {
  readonly #pending = new Map<string, { timer: Timer; due: number; attempts: number }>();
  #handler: DueHandler | undefined;

  constructor(private time = Date.now()) {
    super();
  }

  now = (): number => this.time;

  async schedule(...timers: readonly Timer[]): Promise<void> {
    for (const timer of timers) {
      if (!this.#pending.has(timer.id)) this.#pending.set(timer.id, { timer, due: Date.parse(timer.at), attempts: 0 });
    }
  }

  onDue(handler: DueHandler): void {
    this.#handler = handler;
  }

  /** Turns the clock forward and waits until all has fired that fell due on the way. */
  async advance(ms: number): Promise<void> {
    this.time += ms;
    await this.fireDue();
  }

  /** Fires what is due now, oldest first; the equally old in the order in which they were set. */
  async fireDue(): Promise<void> {
    const due = [...this.#pending.values()].filter((entry) => entry.due <= this.time).sort((a, b) => a.due - b.due);
    for (const entry of due) await this.#fire(entry);
  }

  get pending(): readonly Timer[] {
    return [...this.#pending.values()].map(({ timer }) => timer);
  }

  isReachable(): boolean {
    return true;
  }

  async clear(): Promise<void> {
    this.#pending.clear();
  }

  async close(): Promise<void> {
    this.#handler = undefined;
  }

  async #fire(entry: { timer: Timer; due: number; attempts: number }): Promise<void> {
    if (!this.#handler) return;
    try {
      await this.#handler(entry.timer);
      this.#pending.delete(entry.timer.id);
    } catch {
      entry.due = this.time + FIRST_RETRY_MS * 2 ** entry.attempts++;
    }
  }
}
