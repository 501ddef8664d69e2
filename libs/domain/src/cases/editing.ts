import type { Rejection } from '@app/decider';
import type { Directory, PersonId } from '@app/workflow';
import { reject } from './refusals.js';
import type { Existing } from './state.js';

/** Why a person may not change the dossier now; nothing where he may. */
export const whyNotEdit = (
  { workflow }: Pick<Existing, 'workflow'>,
  directory: Directory,
  by: PersonId,
): Rejection | undefined => {
  if (workflow.status !== 'draft' && workflow.status !== 'returned')
    return reject('cases.not-editable', 'It is changed only as a draft, or when it was returned.');
  const holds = (directory[workflow.starter.role] ?? []).some(({ person }) => person === by);
  return holds ? undefined : reject('cases.not-the-proposer', 'Only the proposing office may do this.');
};
