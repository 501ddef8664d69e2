import { Rejection } from '@app/decider';
import { holdingOf, isSystem } from '../authority.js';
import type { StageDefinition } from '../definition.js';
import type { Directory, PersonId } from '../people.js';
import { reject } from '../refusals.js';
import type { Rights } from '../rights.js';
import { kindOf } from '../stages/index.js';
import type { At } from '../state.js';
import { claimerOf, unvoted } from '../tasks.js';

/** A task that one person does can be taken and given; a seat can't. */
const offers = (stage: StageDefinition, verb: 'claim' | 'reassign'): Rejection | undefined => {
  const { forPeople, collegial } = kindOf(stage);
  return stage.verbs[verb] && forPeople && !collegial
    ? undefined
    : reject('workflow.verb-not-offered', 'This stage does not offer that.', { stage: stage.key, verdict: verb });
};

const takenBy = (at: At, directory: Directory, person: PersonId, rights?: Rights): Rejection | undefined => {
  const claimer = claimerOf(at, directory, rights);
  return claimer === undefined || claimer === person
    ? undefined
    : reject('workflow.claimed', 'Somebody else has taken this.', { stage: at.open.stage, by: claimer });
};

export const whyNotClaim = (at: At, directory: Directory, person: PersonId, rights?: Rights): Rejection | undefined => {
  const unoffered = offers(at.open.definition, 'claim');
  if (unoffered) return unoffered;
  const capacity = unvoted(at, directory, person, rights);
  return capacity instanceof Rejection ? capacity : takenBy(at, directory, person, rights);
};

export const whyNotUnclaim = ({ open }: At, person: PersonId): Rejection | undefined =>
  open.claimedBy === person ? undefined : reject('workflow.not-claimed', 'You have not taken this.', { stage: open.stage });

/** Whoever has it, could take it, or holds a role that the stage names for it. */
export const whyNotReassign = (at: At, directory: Directory, person: PersonId, rights?: Rights): Rejection | undefined => {
  const { definition: stage } = at.open;
  const unoffered = offers(stage, 'reassign');
  if (unoffered) return unoffered;
  if (isSystem(person) || (stage.verbs.reassign?.by ?? []).some((role) => holdingOf(directory, role, person))) return undefined;
  const capacity = unvoted(at, directory, person, rights);
  return capacity instanceof Rejection ? capacity : takenBy(at, directory, person, rights);
};
