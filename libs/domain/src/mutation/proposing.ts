import type { Rejection } from '@app/decider';
import type { Case, Directory, PersonId } from '@app/workflow';
import { reject } from './refusals.js';
import type { Proposal, ProposalState } from './state.js';

/** A proposal that exists, with its case. */
export type Existing = Readonly<{ workflow: Exclude<ProposalState['workflow'], { status: 'absent' }>; proposal: Proposal }>;

/** Narrows a state to a proposal that exists. */
export const existing = ({ workflow, proposal }: ProposalState): Existing | undefined =>
  workflow.status !== 'absent' && proposal ? { workflow, proposal } : undefined;

export const absent = (): Rejection => reject('mutation.absent', 'There is no such proposal.');

/** Whether a person holds, today, the office in which the case was proposed. */
export const holdsProposingOffice = ({ starter }: Case, directory: Directory, by: PersonId): boolean =>
  (directory[starter.role] ?? []).some(({ person }) => person === by);

/** Why a person may not change dossier or papers now; nothing where he may. */
export const whyNotEdit = ({ workflow }: Existing, directory: Directory, by: PersonId): Rejection | undefined => {
  if (workflow.status !== 'draft' && workflow.status !== 'returned') {
    return reject('mutation.not-editable', 'It is changed only as a draft or when it was returned to the proposer.');
  }
  if (!holdsProposingOffice(workflow, directory, by))
    return reject('mutation.not-the-proposer', 'Only the proposing office may do this.');
  return undefined;
};
