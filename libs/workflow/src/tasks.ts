import { Rejection } from '@app/decider';
import { acting, voteOf } from './authority.js';
import type { Capacity } from './events.js';
import type { Directory, PersonId } from './people.js';
import { reject } from './refusals.js';
import type { Rights } from './rights.js';
import type { At } from './state.js';

/** Who has taken the task, as long as he may still act; nobody where he may not, so that a claim never blocks a case. */
export const claimerOf = (at: At, directory: Directory, rights: Rights | undefined): PersonId | undefined => {
  const { claimedBy } = at.open;
  if (claimedBy === undefined) return undefined;
  return acting(at, directory, claimedBy, rights) instanceof Rejection ? undefined : claimedBy;
};

/** Those whose advice is awaited before anything is decided. */
export const awaitedAdvisers = ({ open: { advisers } }: At): readonly PersonId[] =>
  (advisers ?? []).filter(({ required, advice }) => required && advice === undefined).map(({ person }) => person);

/** Why an open task is not free for somebody who may act at its stage. */
export const whyNotFree = (at: At, directory: Directory, person: PersonId, rights: Rights | undefined): Rejection | undefined => {
  const { claimedBy, advisers } = at.open;
  if (claimedBy === undefined && advisers === undefined) return undefined;
  const claimer = claimerOf(at, directory, rights);
  if (claimer !== undefined && claimer !== person)
    return reject('workflow.claimed', 'Somebody else has taken this.', { stage: at.open.stage, by: claimer });
  const awaited = awaitedAdvisers(at);
  return awaited.length > 0
    ? reject('workflow.advice-awaited', 'Advice that was asked for is awaited.', { stage: at.open.stage, advisers: awaited })
    : undefined;
};

/** The capacity in which somebody may decide at an open stage now, or why he may not. */
export const deciding = (at: At, directory: Directory, person: PersonId, rights: Rights | undefined): Capacity | Rejection => {
  const capacity = acting(at, directory, person, rights);
  return capacity instanceof Rejection ? capacity : (whyNotFree(at, directory, person, rights) ?? capacity);
};

/** The same for one who has not acted there yet. */
export const unvoted = (at: At, directory: Directory, person: PersonId, rights: Rights | undefined): Capacity | Rejection => {
  const capacity = acting(at, directory, person, rights);
  if (capacity instanceof Rejection || !voteOf(at.open, capacity)) return capacity;
  return reject('workflow.already-voted', 'This seat has voted already.', { stage: at.open.stage });
};
