import { Refusal } from '../problem.js';

type Tally = { failures: number; first: number };

/** Failures allowed within the window: for one name from one address, and for one address whatever the name. */
const limits = { 'name@address': 8, address: 60 } as const;

/** Slows down whoever guesses passwords. In memory and in real time: a restart forgives. */
export class Attempts {
  private readonly tallies = new Map<string, Tally>();

  constructor(
    private readonly now: () => number = Date.now,
    private readonly window = 15 * 60_000,
  ) {}

  /** @throws Refusal 429 `auth.too-many-attempts` with `retryAfter` in seconds */
  check(username: string, address: string): void {
    for (const [key, limit] of this.keysOf(username, address)) {
      const tally = this.tallies.get(key);
      if (!tally || tally.failures < limit) continue;
      const left = tally.first + this.window - this.now();
      if (left > 0) throw new Refusal(429, 'auth.too-many-attempts', { retryAfter: Math.ceil(left / 1000) });
      this.tallies.delete(key);
    }
  }

  failed(username: string, address: string): void {
    const now = this.now();
    if (this.tallies.size > 10_000) this.forgetOld(now);
    for (const [key] of this.keysOf(username, address)) {
      const tally = this.tallies.get(key);
      if (tally && tally.first + this.window > now) tally.failures += 1;
      else this.tallies.set(key, { failures: 1, first: now });
    }
  }

  succeeded(username: string, address: string): void {
    this.tallies.delete(`${username} ${address}`);
  }

  private keysOf(username: string, address: string) {
    return [
      [`${username} ${address}`, limits['name@address']],
      [address, limits.address],
    ] as const;
  }

  private forgetOld(now: number) {
    for (const [key, { first }] of this.tallies) if (first + this.window <= now) this.tallies.delete(key);
  }
}
