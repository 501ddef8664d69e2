import { setTimeout as pause } from 'node:timers/promises';

/**
 * What may befall a request.
 *
 * `drop`: never reaches the server, and nobody says so. `delay`: takes its time. `duplicate`: is carried out twice.
 * `ack-lost`: is carried out and never answered. `cut`: is carried out, and the answer is UNAVAILABLE.
 * `unavailable`: is answered UNAVAILABLE before it has arrived whole. `not-leader`: is sent elsewhere.
 */
export type Fault = 'drop' | 'delay' | 'duplicate' | 'ack-lost' | 'cut' | 'unavailable' | 'not-leader';
export type Operation = 'append' | 'read';

export type FaultOptions = Readonly<{
  seed?: number;
  /** How often each fault befalls an append, between 0 and 1 together. */
  rates?: Partial<Record<Fault, number>>;
  /** The longest delay. */
  delayMs?: number;
}>;

/** Decides what befalls which request: at random from a seed, or as told. */
export class Faults {
  /** How often each has happened. */
  readonly happened = new Map<Fault, number>();
  private readonly told: Record<Operation, Fault[]> = { append: [], read: [] };
  private readonly random: () => number;
  private rates: Partial<Record<Fault, number>>;
  private readonly delayMs: number;

  constructor({ seed = 1, rates = {}, delayMs = 20 }: FaultOptions = {}) {
    this.random = randomFrom(seed);
    this.rates = rates;
    this.delayMs = delayMs;
  }

  /** The next requests of this kind meet these, in this order. */
  next(operation: Operation, ...faults: readonly Fault[]): void {
    this.told[operation].push(...faults);
  }

  /** From now on nothing happens by chance. */
  calm(): void {
    this.rates = {};
  }

  of(operation: Operation): Fault | undefined {
    const fault = this.told[operation].shift() ?? (operation === 'append' ? this.drawn() : undefined);
    if (fault) this.happened.set(fault, (this.happened.get(fault) ?? 0) + 1);
    return fault;
  }

  /** Waits, where that is what happens to the request. */
  async delayed(fault: Fault | undefined): Promise<void> {
    if (fault === 'delay') await pause(1 + this.random() * this.delayMs);
  }

  private drawn(): Fault | undefined {
    let left = this.random();
    for (const [fault, rate] of Object.entries(this.rates)) {
      left -= rate;
      if (left < 0) return fault as Fault; // the keys of `rates`
    }
    return undefined;
  }
}

/** Numbers in [0, 1) that follow from a seed: mulberry32. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
