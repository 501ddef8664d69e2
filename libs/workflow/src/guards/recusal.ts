import { Rejection } from '@app/decider';
import type { Directory, PersonId } from '../people.js';
import { reject } from '../refusals.js';
import type { Rights } from '../rights.js';
import { recusedAt } from '../seats.js';
import { kindOf } from '../stages/index.js';
import type { At } from '../state.js';
import { unvoted } from '../tasks.js';

/** Who may act may step aside, unless a panel would fall below its quorum. */
export const whyNotRecuse = (at: At, directory: Directory, person: PersonId, rights?: Rights): Rejection | undefined => {
  const { definition: stage } = at.open;
  if (!stage.verbs.recuse || !kindOf(stage).forPeople)
    return reject('workflow.verb-not-offered', 'This stage does not offer that.', { stage: stage.key, verdict: 'recuse' });
  const capacity = unvoted(at, directory, person, rights);
  if (capacity instanceof Rejection) return capacity;
  return stage.kind === 'panel' && stage.size - recusedAt(at.state, stage.key) - 1 < stage.quorum
    ? reject('workflow.quorum-lost', 'The panel would be smaller than its quorum.', { stage: stage.key, quorum: stage.quorum })
    : undefined;
};
