import type { CommandData } from '../commands.js';
import type { StageOutcome, WorkflowEvent } from '../events.js';
import { afterPassing } from '../routing.js';
import type { Open } from '../state.js';

type Now = Pick<CommandData<'Decide'>, 'by' | 'at' | 'directory' | 'calendar'>;

/** What follows when a stage has come to an outcome: the next stage, or the end of the case. */
export const closing = (state: Open, outcome: StageOutcome, reason: string, now: Now): readonly WorkflowEvent[] => {
  const { stage } = state.open;
  const { round } = state;
  const closed: WorkflowEvent = { type: 'StageClosed', data: { stage, round, outcome, at: now.at } };
  if (outcome === 'failed') {
    return [closed, { type: 'CaseClosed', data: { outcome: 'rejected', stage, round, reason, by: now.by, at: now.at } }];
  }
  return [closed, ...afterPassing(state, now)];
};
