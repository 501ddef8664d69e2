import { type EventStore, fieldsSealedFor, type Recorded } from '@app/event-store';
import { caseOf } from './case-streams.js';
import { projections } from './catalogue.js';

/** Where the log speaks of a person in what is encrypted for him, and the cases that are about him. Nothing of it tells who he is. */
export type Traces = Readonly<{
  /** How many events become unreadable in part, by stream and by type. */
  streams: ReadonlyMap<string, number>;
  types: ReadonlyMap<string, number>;
  /** The streams of cases about him alone, and of those in which he is one of many. */
  cases: ReadonlySet<string>;
  /** Files that are in those about him alone, and nowhere else: SHA-256 in hex. */
  files: ReadonlySet<string>;
  /** Files that any event names, whoever it is about. */
  named: ReadonlySet<string>;
}>;

const withFiles = ['DocumentAttached', 'DecreePrinted', 'AttachmentAdded'] as const;

/** Reads the whole log as it is stored, so it makes no difference whether his key is still there. */
export const tracesOf = async (store: Pick<EventStore, 'readAll'>, person: string): Promise<Traces> => {
  const [streams, types] = [new Map<string, number>(), new Map<string, number>()];
  const [own, cases] = [new Set<string>(), new Set<string>()];
  for await (const batch of store.readAll()) {
    for (const event of batch) {
      if (event.type === 'CaseStarted' && textIn(event, 'subject') === person) own.add(event.stream);
      const people = peopleOf(event);
      // What is attached to a batch is about the others as well.
      if (people.length > 0 && own.delete(event.stream)) cases.add(event.stream);
      if (people.includes(person)) cases.add(event.stream);
      if (fieldsSealedFor(event, person).length === 0) continue;
      count(streams, event.stream);
      count(types, event.type);
      if (caseOf(event.stream)) cases.add(event.stream);
    }
  }
  const [files, others] = [new Set<string>(), new Set<string>()];
  for await (const batch of store.readAll(undefined, { types: withFiles }))
    for (const event of batch) {
      const sha256 = textIn(event, 'sha256');
      if (sha256 !== undefined) (own.has(event.stream) ? files : others).add(sha256);
    }
  return {
    streams,
    types,
    cases: new Set([...own, ...cases]),
    files: new Set([...files].filter((file) => !others.has(file))),
    named: new Set([...files, ...others]),
  };
};

/** The read models into which events of these types go, and so may have copies of what is encrypted in them. */
export const readModelsOf = (types: Iterable<string>): readonly string[] => {
  const wanted = [...types];
  return projections.filter(({ on }) => wanted.some((type) => Object.hasOwn(on, type))).map(({ name }) => name);
};

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

const fieldIn = ({ data }: Recorded, field: string): unknown =>
  typeof data === 'object' && data !== null ? Object.entries(data).find(([name]) => name === field)?.[1] : undefined;

const textIn = (event: Recorded, field: string): string | undefined => {
  const value = fieldIn(event, field);
  return typeof value === 'string' ? value : undefined;
};

/** Whom a batch is about. */
const peopleOf = (event: Recorded): readonly string[] => {
  const lines = event.type === 'DossierRecorded' ? fieldIn(event, 'lines') : undefined;
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line: unknown) =>
    typeof line === 'object' && line !== null && 'subject' in line && typeof line.subject === 'string' ? [line.subject] : [],
  );
};
