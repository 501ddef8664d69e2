import type { NewEvent, Recorded } from '../event-store.js';

/**
 * The events that this process wrote last, as they would be read, by position: its own readers find them here and ask the
 * database only for what others wrote.
 */
export class Written {
  private readonly slots: (Recorded | undefined)[];

  constructor(private readonly size = 4096) {
    this.slots = new Array<Recorded | undefined>(size).fill(undefined);
  }

  /** Events that are durable, in a row from these on. Such as came without their JSON may read back otherwise, and are left to the database. */
  add(stream: string, events: readonly NewEvent[], revision: bigint, position: bigint): void {
    events.forEach(({ id, type, version, data, metadata, text }, n) => {
      if (!text) return;
      const at = Number(position) + n;
      this.slots[at % this.size] = {
        id: id.toLowerCase(),
        type,
        version,
        stream,
        revision: revision + BigInt(n),
        position: String(at),
        data,
        metadata,
      };
    });
  }

  /** What stands directly after a position, up to another, as far as it is here without a gap. */
  between(after: bigint, upTo: bigint): readonly Recorded[] {
    const found: Recorded[] = [];
    for (let at = Number(after) + 1; at <= Number(upTo); at += 1) {
      const event = this.slots[at % this.size];
      if (event?.position !== String(at)) break;
      found.push(event);
    }
    return found;
  }
}
