import type { NewEvent, Recorded } from '../event-store.js';
import { hashOf, sha256 } from '../hash.js';

/** Where a stream ends: its newest revision and the hash of that event, which vouches for all before it. */
export type Head = Readonly<{ revision: bigint; hash: string }>;

/** What is wrong with the events of a stream. */
export type Broken = Readonly<{ stream: string; revision: bigint; why: 'missing event' | 'broken link' | 'changed event' }>;

/** An event that does not follow from the one before it. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain';
  constructor(readonly broken: Broken) {
    super(`${broken.stream} at revision ${broken.revision}: ${broken.why}`);
  }
}

/**
 * Follows the chain of every stream at once, in the order of the log.
 *
 * Its memory grows with the streams (some 250 bytes each), not with the events.
 */
export class Heads {
  private readonly heads = new Map<string, Head>();

  get size(): number {
    return this.heads.size;
  }

  of(stream: string): Head | undefined {
    return this.heads.get(stream);
  }

  entries(): IterableIterator<[string, Head]> {
    return this.heads.entries();
  }

  /** Takes the next event of its stream, as stored. @throws BrokenChain when it does not follow, or was changed */
  take(event: Recorded): void {
    const broken = this.brokenBy(event);
    if (broken) throw new BrokenChain(broken);
    this.heads.set(event.stream, { revision: event.revision, hash: event.metadata.hash });
  }

  private brokenBy(event: Recorded): Broken | undefined {
    const { stream, revision, metadata } = event;
    const before = this.heads.get(stream);
    const expected = before ? before.revision + 1n : 0n;
    if (revision !== expected) return { stream, revision: expected, why: 'missing event' };
    if (metadata.previousHash !== (before?.hash ?? '')) return { stream, revision, why: 'broken link' };
    // What was stored is an event as it was written, with its place.
    if (metadata.hash !== hashOf(event as Recorded & NewEvent)) return { stream, revision, why: 'changed event' };
    return undefined;
  }

  /** One SHA-256 (hex) over the heads of all streams in the order of their names: equal where all are equal. */
  digest(): string {
    const lines = [...this.heads].map(([stream, { revision, hash }]) => `${stream} ${revision} ${hash}\n`);
    return sha256(lines.sort().join(''));
  }
}
