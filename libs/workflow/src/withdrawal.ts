import type { Rejection } from '@app/decider';
import { holdingOf, isSystem } from './authority.js';
import type { Directory, PersonId } from './people.js';
import { reject } from './refusals.js';
import type { Live } from './state.js';

/**
 * Why a person may not withdraw a case. Whoever started or submitted it may, and who holds that office now; so the person a
 * case is about may where it is his own request, while a move that the organisation needs is not his to stop (domain.md 2.3, step 3).
 */
export const mayWithdraw = (state: Live, directory: Directory, person: PersonId): Rejection | undefined => {
  if (state.status === 'closed') return reject('workflow.closed', 'The case is closed.', { outcome: state.outcome });
  if (isProposer(state, directory, person)) return undefined;
  return reject('workflow.not-the-proposer', 'Only the proposer may withdraw this.', { role: state.starter.role });
};

/** Why a person may not cancel a case: it takes a role that the definition names for it, or the system. */
export const mayCancel = (state: Live, directory: Directory, person: PersonId): Rejection | undefined => {
  if (state.status === 'closed') return reject('workflow.closed', 'The case is closed.', { outcome: state.outcome });
  const roles = state.definition.cancelledBy ?? [];
  return isSystem(person) || roles.some((role) => holdingOf(directory, role, person))
    ? undefined
    : reject('workflow.may-not-cancel', 'Cancelling this is not yours to do.', { roles });
};

/** Whoever started or submitted the case, and who holds that office now. */
export const isProposer = (state: Live, directory: Directory, person: PersonId): boolean =>
  state.deeds.some((deed) => deed.stage === 'submission' && deed.person === person) ||
  holdingOf(directory, state.starter.role, person) !== undefined;
