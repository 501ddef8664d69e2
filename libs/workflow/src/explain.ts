import { Rejection } from '@app/decider';
import { acting, current, offers, proposing, voteOf } from './authority.js';
import type { Verdict } from './definition.js';
import type { Directory, PersonId } from './people.js';
import { reject } from './refusals.js';
import type { Live, WorkflowState } from './state.js';
import { mayWithdraw } from './withdrawal.js';

/** What a person may want to do with a case. */
export type Verb = Verdict | 'submit' | 'withdraw' | 'comment';

/** Why a person may not do something now, without doing it; `undefined` where he may. The same guards as in deciding, but for what he has still to fill in. With several stages open and none named, the answer is that of the first where he may, else of the first he could act at. */
export const explain = (
  state: WorkflowState,
  person: PersonId,
  directory: Directory,
  verb: Verb,
  stage?: string,
): Rejection | undefined => {
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
      return whyNotDecide(state, person, directory, verb, stage);
  }
};

const whyNotDecide = (
  state: Live,
  person: PersonId,
  directory: Directory,
  verdict: Verdict,
  named?: string,
): Rejection | undefined => {
  if (named !== undefined) return whyNotAt(state, named, person, directory, verdict);
  if (state.status !== 'open') return whyNotAt(state, state.definition.stages[0]?.key ?? '', person, directory, verdict);
  const answers = state.open.map(({ stage }) => whyNotAt(state, stage, person, directory, verdict));
  if (answers.includes(undefined)) return undefined;
  return answers.find((answer) => answer?.code !== 'workflow.not-an-actor') ?? answers[0];
};

const whyNotAt = (state: Live, key: string, person: PersonId, directory: Directory, verdict: Verdict): Rejection | undefined => {
  const here = current(state, key);
  if (here instanceof Rejection) return here;
  const { definition: stage } = here.open;
  if (!offers(stage, verdict))
    return reject('workflow.verb-not-offered', 'This stage does not offer that.', { stage: stage.key, verdict });
  const capacity = acting(here, directory, person);
  if (capacity instanceof Rejection) return capacity;
  return voteOf(here.open, capacity)
    ? reject('workflow.already-voted', 'This seat has voted already.', { stage: stage.key })
    : undefined;
};
