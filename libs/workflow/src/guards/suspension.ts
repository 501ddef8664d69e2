import type { Rejection } from '@app/decider';
import { holdingOf, isSystem } from '../authority.js';
import type { Directory, PersonId } from '../people.js';
import { reject } from '../refusals.js';
import type { Case, WorkflowState } from '../state.js';

const mayNot = ({ definition: { suspendedBy = [] } }: Case, directory: Directory, person: PersonId): Rejection | undefined =>
  isSystem(person) || suspendedBy.some((role) => holdingOf(directory, role, person))
    ? undefined
    : reject('workflow.may-not-suspend', 'Suspending this is not yours to do.', { roles: suspendedBy });

export const whyNotSuspend = (state: WorkflowState, directory: Directory, person: PersonId): Rejection | undefined => {
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  if (state.status === 'closed') return reject('workflow.closed', 'The case is closed.', { outcome: state.outcome });
  if (state.status !== 'open' && state.status !== 'returned')
    return reject('workflow.not-open', 'There is nothing to suspend.', { status: state.status });
  if (state.suspended) return reject('workflow.suspended', 'The case is suspended.', { since: state.suspended.at });
  return mayNot(state, directory, person);
};

export const whyNotResume = (state: WorkflowState, directory: Directory, person: PersonId): Rejection | undefined => {
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  if (state.status === 'closed') return reject('workflow.closed', 'The case is closed.', { outcome: state.outcome });
  if (!state.suspended) return reject('workflow.not-suspended', 'The case is not suspended.');
  return mayNot(state, directory, person);
};
