import type { Dossier } from './events.js';
import type { CaseFile } from './state.js';

export type FieldChange = Readonly<{ field: string; from: string | null; to: string | null }>;
export type RoundChanges = Readonly<{ round: number; fields: readonly FieldChange[] }>;

/** A value as a reader compares it. */
const shown = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value);

/** The fields in which two dossiers differ, in the order of the newer one. */
export const changedFields = (before: Dossier, after: Dossier): readonly string[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].filter((field) => shown(before[field]) !== shown(after[field]));

/** What each round brought that the one before had not, the repair that is going on included. */
export const changesOf = (
  { submissions, plain, personal }: Pick<CaseFile, 'submissions' | 'plain' | 'personal'>,
  round: number,
): readonly RoundChanges[] => {
  const open = submissions.at(-1)?.round === round ? [] : [{ round, plain, personal }];
  const rounds = [...submissions, ...open].map((each) => ({ round: each.round, dossier: { ...each.plain, ...each.personal } }));
  return rounds.slice(1).flatMap((now, index) => {
    const before = rounds[index]?.dossier;
    if (!before) return [];
    const fields = changedFields(before, now.dossier).map((field) => ({
      field,
      from: shown(before[field]),
      to: shown(now.dossier[field]),
    }));
    return [{ round: now.round, fields }];
  });
};
