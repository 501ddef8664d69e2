import type { Rejection } from '@app/decider';
import { holdingOf } from './authority.js';
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

/** Whoever started or submitted the case, and who holds that office now. */
export const isProposer = (state: Live, directory: Directory, person: PersonId): boolean =>
  state.deeds.some((deed) => deed.stage === 'submission' && deed.person === person) ||
  holdingOf(directory, state.starter.role, person) !== undefined;
