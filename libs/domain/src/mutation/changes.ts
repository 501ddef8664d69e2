import type { Dossier } from './events.js';
import { changedFields } from './dossier.js';
import type { Proposal } from './state.js';

export type FieldChange = Readonly<{ field: string; from: string | null; to: string | null }>;

/** What a round brought that the one before had not: fields of the dossier, and papers. */
export type RoundChanges = Readonly<{ round: number; fields: readonly FieldChange[] }>;

/** One entry per round after the first, the repair that is going on included. */
export const changesOf = ({ submissions, dossier, documents }: Proposal, round: number): readonly RoundChanges[] => {
  const open =
    submissions.at(-1)?.round === round ? [] : [{ round, dossier, documents: documents.map(({ documentId }) => documentId) }];
  const rounds = [...submissions, ...open];
  return rounds.slice(1).flatMap((now, index) => {
    const before = rounds[index];
    if (!before) return [];
    return [
      {
        round: now.round,
        fields: [...fieldsOf(before.dossier, now.dossier), ...papersOf(before.documents, now.documents, documents)],
      },
    ];
  });
};

const fieldsOf = (before: Dossier, now: Dossier): readonly FieldChange[] =>
  changedFields(before, now).map((field) => ({ field, from: shown(before[field]), to: shown(now[field]) }));

/** Papers are added, or take the place of older ones of their type; what was taken away is known by its id alone. */
const papersOf = (
  before: readonly string[],
  now: readonly string[],
  documents: Proposal['documents'],
): readonly FieldChange[] => {
  const known = (ids: readonly string[]) => documents.filter(({ documentId }) => ids.includes(documentId));
  const older = known(before);
  const added = known(now)
    .filter(({ documentId }) => !before.includes(documentId))
    .map(({ type, name }) => ({
      field: `document:${type}`,
      from: older.findLast((document) => document.type === type)?.name ?? null,
      to: name,
    }));
  const removed = before.filter((id) => !now.includes(id)).map((id) => ({ field: `document:${id}`, from: id, to: null }));
  return [...added, ...removed];
};

const shown = (value: Dossier[keyof Dossier]): string | null => (value === null ? null : String(value));
