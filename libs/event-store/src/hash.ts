import { hash } from 'node:crypto';
import { canonical } from './canonical.js';
import type { Metadata, NewEvent, Recorded } from './event-store.js';

/** In hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** What the hash of an event covers: everything but its position and the hash itself. */
export type Hashable = Omit<NewEvent, 'metadata'> &
  Readonly<{ stream: string; revision: bigint; metadata: Omit<Metadata, 'hash'> }>;

/**
 * SHA-256 (hex) over the RFC 8785 canonical JSON of the event as stored, ciphertext included, and of the hash
 * before it in its stream. The position is left out, so the hash survives a move between stores.
 */
export const hashOf = ({ id, type, version, stream, revision, data, metadata }: Hashable): string => {
  const covered = { id, type, version, stream, revision: String(revision), data, metadata: { ...metadata, hash: undefined } };
  return sha256(canonical(covered));
};

/** Either whole, with the newest hash, or the first revision where it is not. */
export type ChainVerdict =
  | Readonly<{ intact: true; events: number; hash: string }>
  | Readonly<{ intact: false; revision: bigint; why: 'missing event' | 'broken link' | 'changed event' }>;

/** Recomputes the chain of one stream, from its beginning and as stored (neither decrypted nor upcast). */
export const verifyChain = async (events: AsyncIterable<Recorded> | Iterable<Recorded>): Promise<ChainVerdict> => {
  let previous = '';
  let expected = 0n;
  for await (const event of events) {
    const broken = (why: 'missing event' | 'broken link' | 'changed event') =>
      ({ intact: false, revision: expected, why }) as const;
    if (event.revision !== expected) return broken('missing event');
    if (event.metadata.previousHash !== previous) return broken('broken link');
    if (event.metadata.hash !== hashOf(event as Recorded & NewEvent)) return broken('changed event');
    previous = event.metadata.hash;
    expected += 1n;
  }
  return { intact: true, events: Number(expected), hash: previous };
};
