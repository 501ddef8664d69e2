import { Rejection } from '@app/decider';
import { isSystem } from '../authority.js';
import { ownLines } from '../lines.js';
import type { Directory, PersonId } from '../people.js';
import { reject } from '../refusals.js';
import type { Rights } from '../rights.js';
import { kindOf } from '../stages/index.js';
import type { At } from '../state.js';
import { claimerOf, unvoted } from '../tasks.js';

const MOST_ADVISERS = 5;

export const whyNotAddAdviser = (at: At, directory: Directory, person: PersonId, rights?: Rights): Rejection | undefined => {
  const { definition: stage } = at.open;
  if (!stage.verbs.advise || !kindOf(stage).forPeople)
    return reject('workflow.verb-not-offered', 'This stage does not offer that.', { stage: stage.key, verdict: 'advise' });
  const capacity = unvoted(at, directory, person, rights);
  if (capacity instanceof Rejection) return capacity;
  const claimer = claimerOf(at, directory, rights);
  return claimer === undefined || claimer === person
    ? undefined
    : reject('workflow.claimed', 'Somebody else has taken this.', { stage: stage.key, by: claimer });
};

/** Why somebody can't be an adviser: the case is his own, or he has been one. */
export const whyNotBeAsked = (
  { state, open }: At,
  adviser: PersonId,
  rights: Rights & Readonly<{ by: PersonId }>,
): Rejection | undefined => {
  const { stage, advisers = [] } = open;
  const near =
    adviser === state.subject ||
    rights.kin?.includes(adviser) === true ||
    ownLines(state, { person: adviser }, rights).length > 0;
  if (near || adviser === rights.by || adviser.trim() === '' || isSystem(adviser))
    return reject('workflow.adviser-barred', 'He may not advise in this case.', { stage, adviser });
  const known = advisers.find(({ person }) => person === adviser);
  if (known?.advice !== undefined) return reject('workflow.already-advised', 'He has advised.', { stage });
  const most = open.definition.verbs.advise?.max ?? MOST_ADVISERS;
  return !known && advisers.length >= most
    ? reject('workflow.too-many-advisers', 'No more can be asked.', { stage, most })
    : undefined;
};

export const whyNotAdvise = ({ open: { stage, advisers } }: At, person: PersonId): Rejection | undefined => {
  const known = advisers?.find((each) => each.person === person);
  if (!known) return reject('workflow.not-an-adviser', 'You were not asked for advice.', { stage });
  return known.advice === undefined ? undefined : reject('workflow.already-advised', 'You have advised.', { stage });
};
