import { type Decision, Rejection } from '@app/decider';
import { acting, current, offers, voteOf } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { Capacity, WorkflowEvent } from '../events.js';
import { reject } from '../refusals.js';
import { targetsOf } from '../return-targets.js';
import { opening, superseding } from '../routing.js';
import { scheduleOf } from '../schedule.js';
import { kindOf } from '../stages/index.js';
import { type At, stageAt, type WorkflowState } from '../state.js';
import { closing } from './closing.js';

type Data = CommandData<'Decide'>;

/** Somebody approves, rejects or returns at the open stage. */
export const decideStage = (data: Data, state: WorkflowState): Decision<WorkflowEvent> => {
  const at = current(state, data.stage);
  if (at instanceof Rejection) return at;
  const { definition: stage, votes, overdue } = at.open;
  if (!offers(stage, data.verdict))
    return reject('workflow.verb-not-offered', 'This stage does not offer that.', { stage: stage.key, verdict: data.verdict });
  const by = acting(at, data.directory, data.by);
  if (by instanceof Rejection) return by;

  const cast = voteOf(at.open, by);
  if (cast) {
    const same = cast.by.by === by.by && cast.verdict === data.verdict && cast.reason === data.reason;
    return same ? [] : reject('workflow.already-voted', 'This seat has voted already.', { stage: stage.key });
  }
  if (stage.verbs[data.verdict]?.reason === 'required' && data.reason.trim() === '') {
    return reject('workflow.reason-missing', 'This takes a reason.', { stage: stage.key, verdict: data.verdict });
  }
  if (data.verdict === 'return') return sendBack(data, at, by);

  const made = decided(data, at, by);
  const vote = { by, verdict: data.verdict, reason: data.reason, dossierHash: data.dossierHash, at: data.at };
  const outcome = kindOf(stage).outcome(stage, [...votes, vote], overdue);
  return outcome === 'open' ? [made] : [made, ...closing(at, outcome, data.reason, data)];
};

const decided = (
  { stage, verdict, reason, dossierHash, at }: Data,
  { open, state: { round, definitionHash } }: At,
  by: Capacity,
): WorkflowEvent => ({
  type: 'DecisionMade',
  data: { stage, kind: open.definition.kind, round, verdict, reason, by, dossierHash, definitionHash, at },
});

/** Back to an earlier stage, or to the proposer with time to repair it; a new round begins. */
const sendBack = (data: Data, here: At, by: Capacity): Decision<WorkflowEvent> => {
  const { definition, round } = here.state;
  const allowed = targetsOf(here);
  const to = data.to ?? allowed[0] ?? '';
  if (!allowed.includes(to)) return reject('workflow.return-target', 'It cannot be returned there.', { to, allowed });

  const target = definition.stages[stageAt(definition, to)];
  const next = round + 1;
  const { stage: from, reason, at } = data;
  const schedule = target ? {} : { schedule: scheduleOf(definition.repair, at, data.calendar) };
  return [
    decided(data, here, by),
    ...superseding(here, at),
    { type: 'StageClosed', data: { stage: from, round, outcome: 'returned', at } },
    { type: 'CaseReturned', data: { from, to, round: next, reason, by, ...schedule, at } },
    ...(target ? [opening(target, next, data)] : []),
  ];
};
