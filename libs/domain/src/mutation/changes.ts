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

const papersOf = (
  before: readonly string[],
  now: readonly string[],
  documents: Proposal['documents'],
): readonly FieldChange[] => {
  const nameOf = (id: string) => documents.find(({ documentId }) => documentId === id);
  const added = now
    .filter((id) => !before.includes(id))
    .map((id) => ({ field: `document:${nameOf(id)?.type ?? id}`, from: null, to: nameOf(id)?.name ?? id }));
  const removed = before.filter((id) => !now.includes(id)).map((id) => ({ field: `document:${id}`, from: id, to: null }));
  return [...added, ...removed];
};

const shown = (value: Dossier[keyof Dossier]): string | null => (value === null ? null : String(value));
