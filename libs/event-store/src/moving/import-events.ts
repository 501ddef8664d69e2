import { type EventStore, type NewEvent, WrongRevision } from '../event-store.js';
import type { KeyVault } from '../keys.js';
import { BadParcel, type Progress, type Trailer } from './parcel.js';
import type { Transport } from './transport.js';
import type { Block, Travelling, Unpacking } from './unpack.js';

export type ImportOptions = Readonly<{
  store: EventStore;
  /** Takes over the keys in the parcel; without it they are left. */
  keys?: Readonly<{ vault: KeyVault; transport: Transport }>;
  /**
   * How many appends, each to another stream, may be under way. More than one only where a store writes what it is given at
   * the same moment in the order in which it was given: the order of the log is part of what is moved.
   */
  atOnce?: number;
  tell?: (progress: Progress, bytes: number) => void;
}>;

export type Imported = Readonly<{ trailer: Trailer; written: number; known: number }>;

/** The store holds something else where the parcel's events belong. */
export class Occupied extends Error {
  override readonly name = 'Occupied';
  constructor(readonly stream: string) {
    super(`The store holds another history of ${stream} than the export. Import into a store without events of this tenant.`);
  }
}

type Piece = readonly [Travelling, ...Travelling[]];

/**
 * Writes the events of a parcel, with the ids, hashes, revisions and the order they had.
 *
 * Nothing is noted of how far it is: after an interruption the same call (or one with a later export of the same store)
 * finds in the store what is there, and goes on behind it.
 * @throws BadParcel, BrokenChain, Occupied
 */
export const importEvents = async (parcel: Unpacking, options: ImportOptions): Promise<Imported> => {
  const progress = { written: 0, resuming: true };
  let held: Block | undefined;
  const write = async (block: Block) => {
    if (options.keys) await keepKeys(block, options.keys);
    progress.written += await append(block.events, options, progress.resuming);
    progress.resuming = false;
  };
  for await (const block of parcel.blocks()) {
    const [first] = block.events;
    // Blocks are written one after the other: where the first event of one is there, all of the one before it is.
    const known = held && progress.resuming && first && (await isThere(options.store, first));
    if (held && known && options.keys) await keepKeys(held, options.keys);
    if (held && !known) await write(held);
    held = block;
    options.tell?.(parcel.progress, block.bytes);
  }
  if (held) await write(held);
  if (!parcel.trailer) throw new BadParcel('This export is not whole: it ends without its trailer. What was whole is imported.');
  return { trailer: parcel.trailer, written: progress.written, known: parcel.progress.events - progress.written };
};

const isThere = async (store: EventStore, { stream, revision, metadata }: Travelling): Promise<boolean> => {
  for await (const event of store.read(stream, revision)) {
    if (event.metadata.hash !== metadata.hash) throw new Occupied(stream);
    return true;
  }
  return false;
};

const keepKeys = async ({ keys }: Block, { vault, transport }: NonNullable<ImportOptions['keys']>): Promise<void> => {
  if (keys.length > 0) await vault.keep(new Map(keys.map((key) => [key.subject, transport.unwrap(key)])));
};

/** @param look whether some of them may be there: one after the other then. @returns how many were not */
const append = async (events: readonly Travelling[], { store, atOnce = 1 }: ImportOptions, look: boolean): Promise<number> => {
  let written = 0;
  if (look) for (const piece of piecesOf(events)) written += await appendRest(store, piece);
  else
    for (const wave of wavesOf(events, atOnce))
      for (const count of await Promise.all(wave.map((piece) => appendPiece(store, piece)))) written += count;
  return written;
};

/** Neighbours of one stream become one append; appends to different streams, in order, become a wave. */
function* wavesOf(events: readonly Travelling[], atOnce: number): Generator<readonly Piece[]> {
  let wave: Piece[] = [];
  let streams = new Set<string>();
  for (const piece of piecesOf(events)) {
    if (wave.length >= atOnce || streams.has(piece[0].stream)) {
      yield wave;
      [wave, streams] = [[], new Set()];
    }
    wave.push(piece);
    streams.add(piece[0].stream);
  }
  if (wave.length > 0) yield wave;
}

/** Stays well under what stores take in one append (EventStoreDB: 1 MiB by default). */
const mostCharacters = 256 * 1024;

function* piecesOf(events: readonly Travelling[]): Generator<Piece> {
  let piece: [Travelling, ...Travelling[]] | undefined;
  let size = 0;
  for (const event of events) {
    const length = JSON.stringify(event.data).length + 1000;
    if (piece && piece[0].stream === event.stream && size + length <= mostCharacters) {
      piece.push(event);
      size += length;
      continue;
    }
    if (piece) yield piece;
    [piece, size] = [[event], length];
  }
  if (piece) yield piece;
}

const appendPiece = async (store: EventStore, piece: Piece): Promise<number> => {
  try {
    await write(store, piece);
    return piece.length;
  } catch (error) {
    if (!(error instanceof WrongRevision)) throw error;
    return appendRest(store, piece);
  }
};

/** Looks first what of it is there: from the import that was interrupted, or from one that was cut otherwise. */
const appendRest = async (store: EventStore, piece: Piece): Promise<number> => {
  const [{ stream, revision }] = piece;
  let known = 0;
  for await (const { metadata } of store.read(stream, revision)) {
    const mine = piece[known];
    if (!mine) break; // a later import was here already
    if (mine.metadata.hash !== metadata.hash) throw new Occupied(stream);
    known += 1;
  }
  const [first, ...rest] = piece.slice(known);
  if (!first) return 0;
  try {
    await write(store, [first, ...rest]);
  } catch (error) {
    throw error instanceof WrongRevision ? new Occupied(stream) : error;
  }
  return rest.length + 1;
};

const write = (store: EventStore, [first, ...rest]: Piece): Promise<unknown> =>
  store.append(first.stream, [first, ...rest].map(asNew), first.revision === 0n ? 'none' : first.revision - 1n);

const asNew = ({ id, type, version, data, metadata }: Travelling): NewEvent => ({ id, type, version, data, metadata });
