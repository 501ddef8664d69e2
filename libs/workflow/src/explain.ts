import { Rejection } from '@app/decider';
import { current, offers, proposing } from './authority.js';
import type { Directory, PersonId } from './people.js';
import { whyNotAddAdviser, whyNotAdvise } from './guards/advice.js';
import { whyNotAttach } from './guards/attachment.js';
import { whyNotClaim, whyNotReassign, whyNotUnclaim } from './guards/claims.js';
import { whyNotAnswer, whyNotAsk } from './guards/questions.js';
import { whyNotRecuse } from './guards/recusal.js';
import { whyNotAgain } from './guards/returning.js';
import { whyNotResume, whyNotSuspend } from './guards/suspension.js';
import { reject } from './refusals.js';
import type { Rights } from './rights.js';
import type { At, WorkflowState } from './state.js';
import { unvoted, whyNotFree } from './tasks.js';
import { type CaseVerb, isStageVerb, stageVerbs, type StageVerb, type Verb } from './verbs.js';
import { mayCancel, mayWithdraw } from './withdrawal.js';

type Live = Exclude<WorkflowState, { status: 'absent' }>;
type Asker = Readonly<{ person: PersonId; directory: Directory; rights: Rights | undefined }>;

/**
 * Why a person may not do something now, without doing it; `undefined` where he may. The same guards as in deciding, but for what
 * he has still to fill in. With several stages open and none named, the answer is that of the first where he may, else of the
 * first he could act at.
 */
export const explain = (
  state: WorkflowState,
  person: PersonId,
  directory: Directory,
  verb: Verb,
  stage?: string,
  rights?: Rights,
): Rejection | undefined => {
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  const asker = { person, directory, rights };
  return isStageVerb(verb) ? whyNotDecide(state, asker, verb, stage) : atCase[verb](state, asker);
};

const atCase: Readonly<Record<CaseVerb, (state: Live, asker: Asker) => Rejection | undefined>> = {
  comment: () => undefined,
  withdraw: (state, { directory, person }) => mayWithdraw(state, directory, person),
  cancel: (state, { directory, person }) => mayCancel(state, directory, person),
  suspend: (state, { directory, person }) => whyNotSuspend(state, directory, person),
  resume: (state, { directory, person }) => whyNotResume(state, directory, person),
  attach: (state) => whyNotAttach(state),
  submit: (state, { directory, person, rights }) => {
    if (state.status === 'closed') return reject('workflow.closed', 'The case is closed.', { outcome: state.outcome });
    if (state.status !== 'draft' && state.status !== 'returned')
      return reject('workflow.already-submitted', 'The case is submitted already.');
    return refusalIn(proposing(state, directory, person, rights));
  },
};

const refusalIn = (answer: unknown): Rejection | undefined => (answer instanceof Rejection ? answer : undefined);

/** Where a decision that a stage knows is offered there, and he may make it. */
const deciding =
  (verb: 'approve' | 'reject' | 'return') =>
  (at: At, { person, directory, rights }: Asker): Rejection | undefined =>
    offers(at.open.definition, verb)
      ? (refusalIn(unvoted(at, directory, person, rights)) ?? whyNotFree(at, directory, person, rights))
      : unoffered(at, verb);

const unoffered = ({ open: { stage } }: At, verdict: Verb): Rejection =>
  reject('workflow.verb-not-offered', 'This stage does not offer that.', { stage, verdict });

const atStage: Readonly<Record<StageVerb, (at: At, asker: Asker) => Rejection | undefined>> = {
  approve: deciding('approve'),
  reject: deciding('reject'),
  return: (at, asker) => deciding('return')(at, asker) ?? whyNotAgain(at),
  partial: (at, asker) =>
    at.state.lines.length > 0 && stageVerbs.partial.offered(at.open.definition)
      ? deciding('approve')(at, asker)
      : unoffered(at, 'partial'),
  'record-answer': (at, { person, directory, rights }) =>
    at.open.definition.kind === 'external'
      ? (refusalIn(unvoted(at, directory, person, rights)) ?? whyNotFree(at, directory, person, rights))
      : unoffered(at, 'record-answer'),
  ask: (at, { person, directory, rights }) => whyNotAsk(at, directory, person, rights),
  answer: (at, { person, directory }) => whyNotAnswer(at, directory, person),
  claim: (at, { person, directory, rights }) => whyNotClaim(at, directory, person, rights),
  unclaim: (at, { person }) => whyNotUnclaim(at, person),
  reassign: (at, { person, directory, rights }) => whyNotReassign(at, directory, person, rights),
  'add-adviser': (at, { person, directory, rights }) => whyNotAddAdviser(at, directory, person, rights),
  advise: (at, { person }) => whyNotAdvise(at, person),
  recuse: (at, { person, directory, rights }) => whyNotRecuse(at, directory, person, rights),
};

const whyNotDecide = (state: Live, asker: Asker, verb: StageVerb, named?: string): Rejection | undefined => {
  if (named !== undefined) return whyNotAt(state, named, asker, verb);
  if (state.status !== 'open') return whyNotAt(state, state.definition.stages[0]?.key ?? '', asker, verb);
  const answers = state.open.map(({ stage }) => whyNotAt(state, stage, asker, verb));
  if (answers.includes(undefined)) return undefined;
  return answers.find((answer) => answer?.code !== 'workflow.not-an-actor') ?? answers[0];
};

const whyNotAt = (state: Live, key: string, asker: Asker, verb: StageVerb): Rejection | undefined => {
  const here = current(state, key);
  return here instanceof Rejection ? here : atStage[verb](here, asker);
};
