import type { Recorded, SharedLog } from '@app/event-store';

/** One event of a case, as it is shown. */
export type TimelineLine = Readonly<{
  id: string;
  revision: number;
  type: string;
  at: string;
  /** A person, or `system:<policy>`. */
  actor: string;
  office: string | null;
  /** How the office was held, and for whom. */
  kind: string | null;
  on_behalf_of: string | null;
  letter: string | null;
  stage: string | null;
  round: number | null;
  verdict: string | null;
  reason: string | null;
  text: string | null;
  /** Everything else that the event says. */
  facts: Readonly<Record<string, unknown>>;
  hash: string;
}>;

type Fields = Readonly<Record<string, unknown>>;
const none: Fields = {};
/** Parts of an event are read by name, whatever the event. */
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : none);
const textIn = (fields: Fields, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
};

/** Shown as columns of their own, or too bulky to be shown: the definition is named by its id and version. */
const lifted = new Set([
  'by',
  'at',
  'stage',
  'round',
  'verdict',
  'reason',
  'note',
  'text',
  'office',
  'definition',
  'question',
  'answer',
  'advice',
  'lineReasons',
  'lineSubjects',
]);

/** By what right, and in whose place: the rest of the capacity is in columns of its own. */
const ofRight = ['authorityRow', 'basis', 'inPlaceOf', 'vacancy'] as const;

const factsIn = (data: Fields, capacity: Fields): Fields => {
  const facts: Record<string, unknown> = {};
  for (const name in data) if (!lifted.has(name)) facts[name] = data[name];
  for (const name of ofRight) if (capacity[name] !== undefined) facts[name] = capacity[name];
  const { id, version } = fieldsOf(data['definition']);
  if (id !== undefined) facts['definition'] = { id, version };
  return facts;
};

const lineOf = (event: Recorded): TimelineLine => {
  const data = fieldsOf(event.data);
  const capacity = fieldsOf(data['by']);
  return {
    id: event.id,
    revision: Number(event.revision),
    type: event.type,
    at: event.metadata.at,
    actor: textIn(capacity, 'by') ?? textIn(data, 'by') ?? event.metadata.actor,
    office: textIn(capacity, 'office') ?? textIn(data, 'office') ?? event.metadata.office ?? null,
    kind: textIn(capacity, 'kind') ?? event.metadata.authority?.split(':')[0] ?? null,
    on_behalf_of: textIn(capacity, 'onBehalfOf') ?? event.metadata.onBehalfOf ?? null,
    letter: textIn(capacity, 'letter'),
    stage: textIn(data, 'stage') ?? textIn(data, 'from'),
    round: typeof data['round'] === 'number' ? data['round'] : null,
    verdict: textIn(data, 'verdict') ?? textIn(data, 'outcome'),
    reason: textIn(data, 'reason') ?? textIn(data, 'note'),
    text: textIn(data, 'text') ?? textIn(data, 'question') ?? textIn(data, 'answer') ?? textIn(data, 'advice'),
    facts: factsIn(data, capacity),
    hash: event.metadata.hash,
  };
};

/**
 * What happened to a case, oldest first: its stream, event by event. No copy of it is kept, so that it is never behind, and what
 * somebody said is readable only as long as his key is.
 * @param after the revision of the last line of the page before
 */
export const timelineOf = async (
  log: Pick<SharedLog, 'stream'>,
  stream: string,
  { limit, after = -1 }: Readonly<{ limit: number; after?: number }>,
): Promise<readonly TimelineLine[]> => {
  const lines: TimelineLine[] = [];
  for await (const event of log.stream(stream, BigInt(after + 1))) {
    if (lines.push(lineOf(event)) >= limit) break;
  }
  return lines;
};
