import { type Decision, Rejection } from '@app/decider';
import { acting, current } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { whyNotClaim, whyNotReassign, whyNotUnclaim } from '../guards/claims.js';
import { reject } from '../refusals.js';
import type { WorkflowState } from '../state.js';
import { claimerOf } from '../tasks.js';

/** Somebody takes the task, and nobody else decides it while he may act. */
export const claim = (data: CommandData<'Claim'>, state: WorkflowState): Decision<WorkflowEvent> => {
  const here = current(state, data.stage);
  if (here instanceof Rejection) return here;
  const refused = whyNotClaim(here, data.directory, data.by, data);
  if (refused) return refused;
  if (claimerOf(here, data.directory, data) === data.by) return [];
  const by = acting(here, data.directory, data.by, data);
  if (by instanceof Rejection) return by;
  return [{ type: 'TaskClaimed', data: { stage: data.stage, round: here.open.round, by, at: data.at } }];
};

/** He gives it back to all who could take it. */
export const unclaim = ({ stage, by, at }: CommandData<'Unclaim'>, state: WorkflowState): Decision<WorkflowEvent> => {
  const here = current(state, stage);
  if (here instanceof Rejection) return here;
  return whyNotUnclaim(here, by) ?? [{ type: 'TaskReleased', data: { stage, round: here.open.round, by, at } }];
};

/** The task is given to another who may act there. */
export const reassign = (data: CommandData<'Reassign'>, state: WorkflowState): Decision<WorkflowEvent> => {
  const here = current(state, data.stage);
  if (here instanceof Rejection) return here;
  const { stage, to, reason, by, at } = data;
  const refused = whyNotReassign(here, data.directory, by, data);
  if (refused) return refused;
  const able = acting(here, data.directory, to, data);
  if (able instanceof Rejection)
    return reject('workflow.cannot-take', 'He may not act at this stage.', { stage, to, because: able.code });
  if (here.open.claimedBy === to) return [];
  if (here.open.definition.verbs.reassign?.reason === 'required' && reason.trim() === '')
    return reject('workflow.reason-missing', 'This takes a reason.', { stage, verdict: 'reassign' });
  return [{ type: 'TaskReassigned', data: { stage, round: here.open.round, to, reason, by, at } }];
};
