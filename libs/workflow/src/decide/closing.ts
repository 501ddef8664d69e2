import type { CommandData } from '../commands.js';
import type { StageOutcome, WorkflowEvent } from '../events.js';
import { afterFailing, afterPassing } from '../routing.js';
import type { At } from '../state.js';

type Now = Pick<CommandData<'Decide'>, 'by' | 'at' | 'directory' | 'calendar'>;

/** What follows when a stage has come to an outcome: the next stage, or the end of the case. */
export const closing = (at: At, outcome: StageOutcome, reason: string, now: Now): readonly WorkflowEvent[] => {
  const { stage } = at.open;
  const closed: WorkflowEvent = { type: 'StageClosed', data: { stage, round: at.state.round, outcome, at: now.at } };
  return [closed, ...(outcome === 'failed' ? afterFailing(at, reason, now) : afterPassing(at, now))];
};
