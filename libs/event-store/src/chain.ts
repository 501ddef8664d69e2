import { canonicalAndExact } from './canonical.js';
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
  const { text, exact } = canonicalAndExact({ ...metadata, previousHash: '' });
  const [before = '', after = ''] = text.split(hole);
  const streamText = JSON.stringify(stream);
  let previous = previousHash;
  return drafts.map((draft, index): NewEvent => {
    const { id, type, version } = draft;
    const data = canonicalAndExact(draft.data);
    const meta = `${before}"previousHash":"${previous}"${after}`;
    const hash = sha256(
      `{"data":${data.text},"id":"${id}","metadata":${meta},"revision":"${revision + BigInt(index)}","stream":${streamText},"type":${JSON.stringify(type)},"version":${version}}`,
    );
    const texts = { data: data.text, metadata: `{"hash":"${hash}",${meta.slice(1)}` };
    const written = exact ? { ...metadata, previousHash: previous, hash } : readBack<Metadata>(texts.metadata);
    previous = hash;
    return {
      id,
      type,
      version,
      data: data.exact ? draft.data : readBack<Draft['data']>(texts.data),
      metadata: written,
      text: texts,
    };
  });
};

const readBack = <T>(text: string): T => JSON.parse(text) as T; // what was just written from one
