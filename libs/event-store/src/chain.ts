import { canonical } from './canonical.js';
import type { Metadata, NewEvent } from './event-store.js';
import { sha256 } from './hash.js';

export type Draft = Omit<NewEvent, 'metadata' | 'text'>;

/** Where a chain goes on. */
export type Link = Readonly<{
  stream: string;
  revision: bigint;
  previousHash: string;
  metadata: Omit<Metadata, 'hash' | 'previousHash'>;
}>;

/**
 * Events as they are written, each with the hash of the one before it and its own: what `hashOf` says, but with the texts
 * that are the same for all events of a command made once, and those that the store writes kept.
 */
export const chained = (drafts: readonly Draft[], { stream, revision, previousHash, metadata }: Link): readonly NewEvent[] => {
  const hole = '"previousHash":""'; // cannot be inside a string, where its quotes would be escaped
  const [before = '', after = ''] = canonical({ ...metadata, previousHash: '' }).split(hole);
  const streamText = JSON.stringify(stream);
  let previous = previousHash;
  return drafts.map((draft, index): NewEvent => {
    const { id, type, version } = draft;
    const data = canonical(draft.data);
    const meta = `${before}"previousHash":"${previous}"${after}`;
    const hash = sha256(
      `{"data":${data},"id":"${id}","metadata":${meta},"revision":"${revision + BigInt(index)}","stream":${streamText},"type":${JSON.stringify(type)},"version":${version}}`,
    );
    const written = { ...metadata, previousHash: previous, hash };
    previous = hash;
    return {
      id,
      type,
      version,
      data: draft.data,
      metadata: written,
      text: { data, metadata: `{"hash":"${hash}",${meta.slice(1)}` },
    };
  });
};
