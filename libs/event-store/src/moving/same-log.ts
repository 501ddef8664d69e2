import type { EventStore, Position, Recorded } from '../event-store.js';

/** Where two logs of one tenant part: the first event, in the order of the log, that is not the same in both. */
export class LogsDiffer extends Error {
  override readonly name = 'LogsDiffer';
  constructor(
    /** How many events are the same before it. */
    readonly after: number,
    readonly stream: string,
    readonly revision: bigint,
    readonly why: 'missing' | 'unexpected' | 'other',
  ) {
    super(`${stream} at revision ${revision}, after ${after} events: ${why}`);
  }
}

/** The logs as far as they were read, and where in the other log stands what stands at some positions of the one. */
export type SameLog = Readonly<{ events: number; head: Position | undefined; positions: ReadonlyMap<Position, Position> }>;

/**
 * Reads both logs side by side to their ends, and makes sure that they hold the same events of a tenant in the same order, by
 * place, id and hash. Neither may be written to meanwhile.
 * @param wanted positions of the first, each of an event that it holds
 * @throws LogsDiffer at the first difference: `missing` in the second log, `unexpected` there, or `other` in its place
 */
export const sameLog = async (
  [one, other]: readonly [EventStore, EventStore],
  tenant: string,
  { wanted, tell }: Readonly<{ wanted: ReadonlySet<Position>; tell?: (events: number) => void }>,
): Promise<SameLog> => {
  const filter = { streamPrefixes: [`${tenant}.`] };
  const others = single(other.readAll(undefined, filter));
  const positions = new Map<Position, Position>();
  let [events, head]: [number, Position | undefined] = [0, undefined];
  for await (const event of single(one.readAll(undefined, filter))) {
    const { value: match } = await others.next();
    if (!match) throw new LogsDiffer(events, event.stream, event.revision, 'missing');
    if (!isSame(event, match)) throw new LogsDiffer(events, event.stream, event.revision, 'other');
    head = match.position;
    if (wanted.has(event.position)) positions.set(event.position, head);
    events += 1;
    if (events % 1000 === 0) tell?.(events);
  }
  const { value: beyond } = await others.next();
  if (beyond) throw new LogsDiffer(events, beyond.stream, beyond.revision, 'unexpected');
  return { events, head, positions };
};

async function* single(batches: AsyncIterable<readonly Recorded[]>): AsyncGenerator<Recorded, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}

const isSame = (a: Recorded, b: Recorded): boolean =>
  a.stream === b.stream && a.revision === b.revision && a.id === b.id && a.metadata.hash === b.metadata.hash;
