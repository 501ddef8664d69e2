import type { EventStore, Recorded } from '../event-store.js';
import type { KeyVault } from '../keys.js';
import { Heads } from './heads.js';
import { type BlockLine, eventLine, format, type Header, keyLine, type Progress, sumOf, type Trailer } from './parcel.js';
import type { Transport } from './transport.js';
import { subjectsIn, type Unpacking, unsummed } from './unpack.js';

/** What is exported, and what of it is there already. */
export type ExportOptions = Readonly<{
  store: EventStore;
  tenant: string;
  /** People's keys travel along, wrapped; without it they stay behind and what is personal cannot be read at the other end. */
  keys?: Readonly<{ vault: KeyVault; transport: Transport }>;
  /** An export that was interrupted, read up to its last whole block: it is gone on with. */
  begun?: Unpacking;
}>;

/** A piece of the file, and how far the export is with it. */
export type Piece = Readonly<{ text: string; progress: Progress }>;

/**
 * The events of one tenant in the order of their commits, as text in pieces: a header, blocks of at most a batch of the store, a trailer.
 *
 * The chain of every stream is checked on the way, so an export that ends well is one that can be imported.
 * @throws BrokenChain at the first event that does not hold
 */
export async function* exportEvents({ store, tenant, keys, begun }: ExportOptions): AsyncGenerator<Piece, Trailer> {
  const heads = begun?.heads ?? new Heads();
  const told = begun?.subjects ?? new Set<string>();
  let done: Progress | undefined = begun?.progress;
  if (!done) {
    const header: Header = { alur: 'events', format, tenant, keys: keys?.transport.wrapping ?? null };
    const line = JSON.stringify(header);
    done = { events: 0, keys: 0, blocks: 0, position: undefined, sum: sumOf('', [line]) };
    yield { text: `${line}\n`, progress: done };
  }
  for await (const batch of store.readAll(done.position, { streamPrefixes: [`${tenant}.`] })) {
    const keyLines = keys ? await newKeys(batch, told, keys) : [];
    for (const event of batch) heads.take(event);
    const lines = [...keyLines, ...batch.map(eventLine)];
    const position = batch.at(-1)?.position ?? '';
    const closing: Omit<BlockLine, 'sum'> = { block: done.blocks + 1, events: batch.length, keys: keyLines.length, position };
    const sum = sumOf(done.sum, [...lines, unsummed(closing)]);
    lines.push(JSON.stringify({ ...closing, sum }));
    done = {
      events: done.events + batch.length,
      keys: done.keys + keyLines.length,
      blocks: closing.block,
      position,
      sum,
    };
    yield { text: `${lines.join('\n')}\n`, progress: done };
  }
  const closing = { end: true, events: done.events, streams: heads.size, keys: done.keys, heads: heads.digest() } as const;
  const trailer = { ...closing, sum: sumOf(done.sum, [unsummed(closing)]) };
  yield { text: `${JSON.stringify(trailer)}\n`, progress: done };
  return trailer;
}

/** The keys of those who come up in these events for the first time; who has none was forgotten. */
const newKeys = async (
  events: readonly Recorded[],
  told: Set<string>,
  { vault, transport }: NonNullable<ExportOptions['keys']>,
): Promise<readonly string[]> => {
  const subjects = [...new Set(events.flatMap(subjectsIn))].filter((subject) => !told.has(subject));
  for (const subject of subjects) told.add(subject);
  const found = subjects.length > 0 ? await vault.keysOf(subjects) : new Map<string, Uint8Array>();
  return subjects.map((subject) => keyLine(transport.wrap(subject, found.get(subject))));
};
