import type { NewEvent, Recorded } from '../event-store.js';
import { Signal } from '../signal.js';

/** How many batches are waited for: as many as are written at once. */
const mostAtOnce = 2;

type Slot = Readonly<{ event: Recorded; characters: number }>;

/**
 * The events that this process wrote last, as they would be read, by position: its own readers find them here and ask the
 * database only for what others wrote.
 *
 * Bounded twice: by how many there are, and by how long their JSON is, since one event may be a megabyte.
 */
export class Written {
  private readonly slots: (Slot | undefined)[];
  /** The oldest position that may still be here, and how long all of them are. */
  private oldest = 1;
  private newest = 0;
  private characters = 0;
  private underWay = 0;
  private readonly answered = new Signal();

  constructor(
    private readonly size = 4096,
    private readonly mostCharacters = 16 * 1024 * 1024,
  ) {
    this.slots = new Array<Slot | undefined>(size).fill(undefined);
  }

  /** Events that are durable, in a row from these on. Such as came without their JSON may read back otherwise, and are left to the database. */
  add(stream: string, events: readonly NewEvent[], revision: bigint, position: bigint): void {
    events.forEach(({ id, type, version, data, metadata, text }, n) => {
      if (!text) return;
      const at = Number(position) + n;
      const event = {
        id: id.toLowerCase(),
        type,
        version,
        stream,
        revision: revision + BigInt(n),
        position: String(at),
        data,
        metadata,
      };
      this.keep(at, { event, characters: text.data.length + text.metadata.length });
    });
  }

  /** What stands directly after a position, up to another, as far as it is here without a gap. */
  between(after: bigint, upTo: bigint): readonly Recorded[] {
    const found: Recorded[] = [];
    for (let at = Number(after) + 1; at <= Number(upTo); at += 1) {
      const event = this.slots[at % this.size]?.event;
      if (event?.position !== String(at)) break;
      found.push(event);
    }
    return found;
  }

  /** Runs what writes, so that readers know that the next events may be about to come here. */
  async writing<T>(write: () => Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await write();
    } finally {
      this.underWay -= 1;
      this.answered.raise();
    }
  }

  /**
   * As `between`, but where nothing is here yet it waits for what this process is writing. The news of a commit often overtakes
   * its answer; who then asked the database would read, parse and decrypt what is here a moment later. Others' events are not
   * waited for longer than the batches at hand take.
   */
  async soon(after: bigint, upTo: bigint): Promise<readonly Recorded[]> {
    for (let batches = mostAtOnce; ; batches -= 1) {
      const found = this.between(after, upTo);
      const far = Number(after) < this.newest - this.size;
      if (found.length > 0 || far || batches === 0 || this.underWay === 0) return found;
      await this.answered.next();
    }
  }

  private keep(at: number, slot: Slot): void {
    if (at < this.oldest) return; // two batches are under way, and the answers come as they may
    this.drop(at % this.size);
    this.slots[at % this.size] = slot;
    this.characters += slot.characters;
    this.newest = Math.max(this.newest, at);
    this.oldest = Math.max(this.oldest, this.newest - this.size + 1);
    for (; this.characters > this.mostCharacters && this.oldest < this.newest; this.oldest += 1)
      this.drop(this.oldest % this.size);
  }

  private drop(place: number): void {
    this.characters -= this.slots[place]?.characters ?? 0;
    this.slots[place] = undefined;
  }
}
