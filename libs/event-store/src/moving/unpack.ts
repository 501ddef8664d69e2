import type { NewEvent, Recorded } from '../event-store.js';
import { isSealed } from '../sealed.js';
import { Heads } from './heads.js';
import { BadParcel, type Header, headerOf, lineOf, type Progress, sumOf, type Trailer, type WrappedKey } from './parcel.js';

/** An event on its way: as it was stored, without a position. */
export type Travelling = Omit<Recorded, 'position'> & NewEvent;

/** A block whose sum is right and whose events follow from those before them. `bytes`: of the file up to its end. */
export type Block = Readonly<{ events: readonly Travelling[]; keys: readonly WrappedKey[]; bytes: number }>;

/**
 * Reads a parcel, and believes nothing: sums, chains, tenant and counts are checked before a block is given out.
 *
 * Where the parcel ends without a trailer, `trailer` stays undefined: it is for the caller to say whether that is a fault.
 */
export class Unpacking {
  readonly heads = new Heads();
  /** Everybody whose key was in the parcel so far. */
  readonly subjects = new Set<string>();
  trailer: Trailer | undefined;
  private done: Progress = { events: 0, keys: 0, blocks: 0, position: undefined, sum: '' };

  private constructor(
    readonly header: Header,
    private readonly lines: AsyncIterator<string>,
    headerLine: string,
  ) {
    this.done = { ...this.done, sum: sumOf('', [headerLine]) };
    this.bytes = Buffer.byteLength(headerLine) + 1;
  }

  private bytes: number;

  /** @throws BadParcel when the first line is no header */
  static async open(lines: AsyncIterable<string>): Promise<Unpacking> {
    const iterator = lines[Symbol.asyncIterator]();
    const first = await iterator.next();
    if (first.done) throw new BadParcel('This file is empty.');
    return new Unpacking(headerOf(first.value), iterator, first.value);
  }

  get progress(): Progress {
    return this.done;
  }

  /** @throws BadParcel, BrokenChain */
  async *blocks(): AsyncGenerator<Block> {
    let events: Travelling[] = [];
    let keys: WrappedKey[] = [];
    let texts: string[] = [];
    let number = 1;
    for (let next = await this.lines.next(); !next.done; next = await this.lines.next()) {
      const text = next.value;
      const line = lineOf(text, ++number);
      if (this.trailer) throw new BadParcel(`Line ${number} follows the end.`);
      this.bytes += Buffer.byteLength(text) + 1;
      if (line.kind === 'event') events.push(this.ofTenant(line.event, number));
      if (line.kind === 'key') keys.push(line.key);
      if (line.kind === 'event' || line.kind === 'key') {
        texts.push(text);
        continue;
      }
      if (line.kind === 'end') {
        this.end(line.trailer, texts, number);
        continue;
      }
      const { sum, position, block } = line.block;
      if (block !== this.done.blocks + 1 || sum !== sumOf(this.done.sum, [...texts, unsummed(line.block)]))
        throw new BadParcel(`The lines before line ${number} were changed: their checksum is not right.`);
      for (const event of events) this.heads.take({ ...event, position: '' });
      for (const { subject } of keys) this.subjects.add(subject);
      this.done = { events: this.done.events + events.length, keys: this.done.keys + keys.length, blocks: block, position, sum };
      yield { events, keys, bytes: this.bytes };
      [events, keys, texts] = [[], [], []];
    }
  }

  private ofTenant(event: Travelling, number: number): Travelling {
    const { tenant } = this.header;
    if (!event.stream.startsWith(`${tenant}.`) || event.metadata.tenant !== tenant)
      throw new BadParcel(`Line ${number} is an event of another tenant than ${tenant}.`);
    return event;
  }

  private end(trailer: Trailer, texts: readonly string[], number: number): void {
    const { events, streams, keys, heads, sum } = trailer;
    const right =
      texts.length === 0 &&
      events === this.done.events &&
      keys === this.done.keys &&
      streams === this.heads.size &&
      heads === this.heads.digest() &&
      sum === sumOf(this.done.sum, [unsummed(trailer)]);
    if (!right) throw new BadParcel(`The trailer in line ${number} does not tell what is in the file.`);
    this.trailer = trailer;
  }
}

/** A closing line as it is covered by its own sum: without it. */
export const unsummed = ({ sum: _, ...line }: Readonly<Record<string, unknown>>): string => JSON.stringify(line);

/** Whose keys an event's personal fields were sealed under. */
export const subjectsIn = ({ data }: Readonly<{ data: unknown }>): readonly string[] =>
  Object.values(data as object).flatMap((value: unknown) => (isSealed(value) ? [value.k] : []));
