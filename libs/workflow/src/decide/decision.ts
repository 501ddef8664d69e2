import { type Decision, Rejection } from '@app/decider';
import { acting, current, offers, voteOf } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { Capacity, WorkflowEvent } from '../events.js';
import { reject } from '../refusals.js';
import { returnTargets } from '../return-targets.js';
import { opening } from '../routing.js';
import { scheduleOf } from '../schedule.js';
import { kindOf } from '../stages/index.js';
import { type Open, stageAt, type WorkflowState } from '../state.js';
import { closing } from './closing.js';

type Data = CommandData<'Decide'>;

/** Somebody approves, rejects or returns at the open stage. */
export const decideStage = (data: Data, state: WorkflowState): Decision<WorkflowEvent> => {
  const open = current(state, data.stage);
  if (open instanceof Rejection) return open;
  const { definition: stage, votes, overdue } = open.open;
  if (!offers(stage, data.verdict))
    return reject('workflow.verb-not-offered', 'This stage does not offer that.', { stage: stage.key, verdict: data.verdict });
  const by = acting(open, data.directory, data.by);
  if (by instanceof Rejection) return by;

  const cast = voteOf(open, by);
  if (cast) {
    const same = cast.by.by === by.by && cast.verdict === data.verdict && cast.reason === data.reason;
    return same ? [] : reject('workflow.already-voted', 'This seat has voted already.', { stage: stage.key });
  }
  if (stage.verbs[data.verdict]?.reason === 'required' && data.reason.trim() === '') {
    return reject('workflow.reason-missing', 'This takes a reason.', { stage: stage.key, verdict: data.verdict });
  }
  if (data.verdict === 'return') return sendBack(data, open, by);

  const made = decided(data, open, by);
  const vote = { by, verdict: data.verdict, reason: data.reason, dossierHash: data.dossierHash, at: data.at };
  const outcome = kindOf(stage).outcome(stage, [...votes, vote], overdue);
  return outcome === 'open' ? [made] : [made, ...closing(open, outcome, data.reason, data)];
};

const decided = (
  { stage, verdict, reason, dossierHash, at }: Data,
  { open, round, definitionHash }: Open,
  by: Capacity,
): WorkflowEvent => ({
  type: 'DecisionMade',
  data: { stage, kind: open.definition.kind, round, verdict, reason, by, dossierHash, definitionHash, at },
});

/** Back to an earlier stage, or to the proposer with time to repair it; a new round begins. */
const sendBack = (data: Data, state: Open, by: Capacity): Decision<WorkflowEvent> => {
  const { definition, round } = state;
  const allowed = returnTargets(state);
  const to = data.to ?? allowed[0] ?? '';
  if (!allowed.includes(to)) return reject('workflow.return-target', 'It cannot be returned there.', { to, allowed });

  const target = definition.stages[stageAt(definition, to)];
  const next = round + 1;
  const { stage: from, reason, at } = data;
  const schedule = target ? {} : { schedule: scheduleOf(definition.repair, at, data.calendar) };
  return [
    decided(data, state, by),
    { type: 'StageClosed', data: { stage: from, round, outcome: 'returned', at } },
    { type: 'CaseReturned', data: { from, to, round: next, reason, by, ...schedule, at } },
    ...(target ? [opening(target, next, data)] : []),
  ];
};
