import { metastreamOf, newMetadata, readMetadata, softDeleted, type StreamMetadata } from './stream-metadata.js';

/** An event as a writer proposes it. Bytes, because the server looks into `$`-events alone. */
export type Proposed = Readonly<{ id: string; type: string; contentType: string; data: Uint8Array; metadata: Uint8Array }>;

/** An event as it was recorded. Commit and prepare position are one, as they are for everything written over gRPC. */
export type Written = Proposed & Readonly<{ stream: string; revision: bigint; position: bigint; created: Date }>;

export type Expectation = bigint | 'any' | 'none' | 'exists';

/** What became of an append or a delete. A repeat is answered with the end of the original. */
export type Verdict =
  | Readonly<{ outcome: 'written' | 'repeated'; revision: bigint | 'none'; position: bigint | undefined }>
  | Readonly<{ outcome: 'wrong'; current: bigint | 'none' }>
  | Readonly<{ outcome: 'deleted' }>;

export type LogOptions = Readonly<{
  /** How many ids the server remembers for the idempotency of `any`, which is best effort there. */
  recentIds?: number;
  now?: () => Date;
}>;

/**
 * What an EventStoreDB server keeps, and its rules about it, without the wire.
 *
 * Source: `IndexWriter.CheckCommit` and `IndexReader` of the server at 23.10.
 */
export class ServerLog {
  readonly all: Written[] = [];
  private readonly streams = new Map<string, Written[]>();
  private readonly tombstones = new Set<string>();
  private readonly recent = new Map<string, Written>();
  private readonly recentIds: number;
  private readonly now: () => Date;

  constructor({ recentIds = 100_000, now = () => new Date() }: LogOptions = {}) {
    this.recentIds = recentIds;
    this.now = now;
  }

  append(stream: string, events: readonly Proposed[], expected: Expectation): Verdict {
    const verdict = this.check(stream, events, expected);
    if (verdict) return verdict;
    const deleted = this.isSoftDeleted(stream);
    if (deleted && events.length > 0) this.undelete(stream);
    for (const event of events) this.write(stream, event);
    const last = this.eventsOf(stream).at(-1);
    return { outcome: 'written', revision: last?.revision ?? 'none', position: events.length > 0 ? last?.position : undefined };
  }

  /** Hides the stream; its numbering goes on when somebody writes to it again. */
  delete(stream: string, expected: Expectation): Verdict {
    const refusal = this.checkRevision(stream, expected);
    if (refusal) return refusal;
    const { position } = this.write(metastreamOf(stream), newMetadata(softDeleted));
    return { outcome: 'written', revision: this.currentOf(stream), position };
  }

  /** Closes the stream for ever. */
  tombstone(stream: string, expected: Expectation): Verdict {
    const refusal = this.checkRevision(stream, expected);
    if (refusal) return refusal;
    const nothing = new Uint8Array();
    const id = crypto.randomUUID();
    const deleted: Proposed = { id, type: '$streamDeleted', contentType: 'application/json', data: nothing, metadata: nothing };
    const { position } = this.write(stream, deleted);
    this.tombstones.add(stream);
    return { outcome: 'written', revision: this.currentOf(stream), position };
  }

  isTombstoned(stream: string): boolean {
    return this.tombstones.has(stream);
  }

  /** What a reader may see of a stream now; `undefined` where the server says "not found". */
  visible(stream: string): readonly Written[] | undefined {
    const events = this.eventsOf(stream);
    const last = events.at(-1);
    const { truncateBefore = 0n, maxCount, maxAgeSeconds } = this.metadataOf(stream);
    if (!last || truncateBefore >= softDeleted) return undefined;
    const byCount = maxCount === undefined ? 0n : last.revision - BigInt(maxCount) + 1n;
    const from = byCount > truncateBefore ? byCount : truncateBefore;
    const kept = events.slice(from > 0n ? Number(from) : 0);
    if (maxAgeSeconds === undefined) return kept;
    const oldest = this.now().getTime() - maxAgeSeconds * 1000;
    return kept.filter(({ created }) => created.getTime() >= oldest);
  }

  /** One event wherever it is in its stream, for links. */
  at(stream: string, revision: bigint): Written | undefined {
    return this.visible(stream)?.find((event) => event.revision === revision);
  }

  /** Where in `all` the first event at a position or after it is. */
  readonly indexFrom = (position: bigint): number => {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.position ?? 0n) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** What refuses the append, or answers it as a repeat; `undefined` to write it. */
  private check(stream: string, events: readonly Proposed[], expected: Expectation): Verdict | undefined {
    if (this.tombstones.has(stream)) return { outcome: 'deleted' };
    const current = this.currentOf(stream);
    if (expected === 'any' || expected === 'exists') {
      if (expected === 'exists' && this.isSoftDeleted(stream)) return { outcome: 'deleted' };
      if (expected === 'exists' && current === 'none' && this.currentOf(metastreamOf(stream)) === 'none')
        return { outcome: 'wrong', current };
      return this.checkRecent(stream, events, current);
    }
    const [at, now] = [revisionOf(expected), revisionOf(current)];
    if (at > now) return { outcome: 'wrong', current };
    if (at === now || events.length === 0) return undefined;
    return this.checkBehind(stream, events, at, current);
  }

  /** Ids are compared with what stands in the log, however long ago it was written. */
  private checkBehind(stream: string, events: readonly Proposed[], at: bigint, current: bigint | 'none'): Verdict | undefined {
    const there = this.eventsOf(stream).slice(Number(at) + 1, Number(at) + 1 + events.length);
    const last = there.at(-1);
    const same = there.length === events.length && there.every(({ id }, n) => id === events[n]?.id);
    if (same && last) return { outcome: 'repeated', revision: last.revision, position: last.position };
    if (at === -1n && there[0]?.id !== events[0]?.id && this.isSoftDeleted(stream)) return undefined;
    return { outcome: 'wrong', current };
  }

  /** Ids are looked up among the recent ones only. */
  private checkRecent(stream: string, events: readonly Proposed[], current: bigint | 'none'): Verdict | undefined {
    const known = events.map(({ id }) => this.recent.get(`${stream}/${id}`));
    const last = known.at(-1);
    if (known[0] === undefined) return undefined;
    if (known.every((event) => event !== undefined) && last)
      return { outcome: 'repeated', revision: last.revision, position: last.position };
    return { outcome: 'wrong', current };
  }

  private checkRevision(stream: string, expected: Expectation): Verdict | undefined {
    if (this.tombstones.has(stream)) return { outcome: 'deleted' };
    const current = this.currentOf(stream);
    if (expected === 'any') return undefined;
    if (expected === 'exists') return current === 'none' ? { outcome: 'wrong', current } : undefined;
    return revisionOf(expected) === revisionOf(current) ? undefined : { outcome: 'wrong', current };
  }

  private undelete(stream: string): void {
    const truncateBefore = revisionOf(this.currentOf(stream)) + 1n;
    this.write(metastreamOf(stream), newMetadata(truncateBefore));
  }

  private write(stream: string, event: Proposed): Written {
    const events = this.eventsOf(stream);
    const before = this.all.at(-1);
    // Positions are places in a file: they grow by what was written, and never by one.
    const position = before ? before.position + 100n + BigInt(before.data.length + before.metadata.length) : 1_000n;
    const written: Written = { ...event, stream, revision: BigInt(events.length), position, created: this.now() };
    events.push(written);
    this.streams.set(stream, events);
    this.all.push(written);
    this.remember(written);
    return written;
  }

  private remember(written: Written): void {
    this.recent.set(`${written.stream}/${written.id}`, written);
    const [oldest] = this.recent.keys();
    if (this.recent.size > this.recentIds && oldest !== undefined) this.recent.delete(oldest);
  }

  private isSoftDeleted(stream: string): boolean {
    return (this.metadataOf(stream).truncateBefore ?? 0n) >= softDeleted;
  }

  private metadataOf(stream: string): StreamMetadata {
    const newest = stream.startsWith('$$') ? undefined : this.eventsOf(metastreamOf(stream)).at(-1);
    return newest ? readMetadata(newest.data) : {};
  }

  private currentOf(stream: string): bigint | 'none' {
    return this.eventsOf(stream).at(-1)?.revision ?? 'none';
  }

  private eventsOf(stream: string): Written[] {
    return this.streams.get(stream) ?? [];
  }
}

const revisionOf = (revision: bigint | 'none'): bigint => (revision === 'none' ? -1n : revision);
