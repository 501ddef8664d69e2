import { Rejection } from '@app/decider';
import { acting, current, offers, proposing, voteOf } from './authority.js';
import type { Verdict } from './definition.js';
import type { Directory, PersonId } from './people.js';
import { reject } from './refusals.js';
import type { Open, WorkflowState } from './state.js';
import { mayWithdraw } from './withdrawal.js';

/** What a person may want to do with a case. */
export type Verb = Verdict | 'submit' | 'withdraw' | 'comment';

/** Why a person may not do something now, without doing it; `undefined` where he may. The same guards as in deciding, but for what he has still to fill in. */
export const explain = (state: WorkflowState, person: PersonId, directory: Directory, verb: Verb): Rejection | undefined => {
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  switch (verb) {
    case 'comment':
      return undefined;
    case 'withdraw':
      return mayWithdraw(state, directory, person);
    case 'submit': {
      if (state.status === 'closed') return reject('workflow.closed', 'The case is closed.', { outcome: state.outcome });
      if (state.status !== 'draft' && state.status !== 'returned')
        return reject('workflow.already-submitted', 'The case is submitted already.');
      const capacity = proposing(state, directory, person);
      return capacity instanceof Rejection ? capacity : undefined;
    }
    case 'approve':
    case 'reject':
    case 'return':
      return whyNotDecide(state, person, directory, verb);
  }
};

const whyNotDecide = (
  state: Exclude<WorkflowState, { status: 'absent' }>,
  person: PersonId,
  directory: Directory,
  verdict: Verdict,
): Rejection | undefined => {
  const open: Open | Rejection = current(
    state,
    state.status === 'open' ? state.open.stage : (state.definition.stages[0]?.key ?? ''),
  );
  if (open instanceof Rejection) return open;
  const { definition: stage } = open.open;
  if (!offers(stage, verdict))
    return reject('workflow.verb-not-offered', 'This stage does not offer that.', { stage: stage.key, verdict });
  const capacity = acting(open, directory, person);
  if (capacity instanceof Rejection) return capacity;
  return voteOf(open, capacity)
    ? reject('workflow.already-voted', 'This seat has voted already.', { stage: stage.key })
    : undefined;
};
