import type { EventStore } from '../event-store.js';
import { BrokenChain, type Broken, Heads } from './heads.js';

/** What a store holds of a tenant, held against the heads that it should have. */
export type Comparison = Readonly<{
  streams: number;
  events: number;
  /** See `Heads.digest`. */
  digest: string;
  broken?: Broken;
  /** Streams that are not there or end earlier, end later or otherwise, and those that nobody asked for. */
  missing: readonly string[];
  different: readonly string[];
  unexpected: readonly string[];
}>;

/** Whether nothing is missing, different or broken. Streams beyond those are no fault of a move. */
export const isSame = ({ broken, missing, different }: Comparison): boolean =>
  !broken && missing.length === 0 && different.length === 0;

/** Reads all events of a tenant, recomputes the chain of each stream and compares its head. */
export const compareStore = async (
  store: EventStore,
  tenant: string,
  expected: Heads,
  tell?: (events: number) => void,
): Promise<Comparison> => {
  const heads = new Heads();
  let events = 0;
  let broken: Broken | undefined;
  try {
    for await (const batch of store.readAll(undefined, { streamPrefixes: [`${tenant}.`] })) {
      for (const event of batch) heads.take(event);
      tell?.((events += batch.length));
    }
  } catch (error) {
    if (!(error instanceof BrokenChain)) throw error;
    broken = error.broken;
  }
  const [missing, different, unexpected]: [string[], string[], string[]] = [[], [], []];
  for (const [stream, head] of expected.entries()) {
    const found = heads.of(stream);
    if (!found || found.revision < head.revision) missing.push(stream);
    else if (found.revision !== head.revision || found.hash !== head.hash) different.push(stream);
  }
  for (const [stream] of heads.entries()) if (!expected.of(stream)) unexpected.push(stream);
  return { streams: heads.size, events, digest: heads.digest(), ...(broken ? { broken } : {}), missing, different, unexpected };
};
