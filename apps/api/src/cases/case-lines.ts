import type { CaseRow } from '@app/domain/policies';
import { nameIn, type Names } from '../http/names.js';
import type { CaseTitles } from '../mutation/case-titles.js';
import type { CaseItem } from './responses.js';

/** Cases as lists show them. Looks up the names of a page in one go. */
export const caseItems = async (
  rows: readonly CaseRow[],
  names: Names,
  titles: CaseTitles,
): Promise<(row: CaseRow) => CaseItem> => {
  const people = await names.people(rows.map(({ subject }) => subject));
  return (row) => ({
    id: row.id,
    kind: row.kind,
    definition: row.definition,
    title: row.title,
    status: row.status,
    open: row.open.map(({ stage }) => stage),
    openTitles: row.open.map(({ stage }) => row.titles[stage] ?? titles.place(stage)),
    round: row.round,
    subject: nameIn(people, row.subject),
    dossier: { ...row.dossier },
    dueOn: row.open.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0] ?? null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
};
