import { type Decision, Rejection } from '@app/decider';
import { current, isSystem } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { reject } from '../refusals.js';
import type { WorkflowState } from '../state.js';
import { closing } from './closing.js';

/** A machine's answer closes a check stage. A failed one ends the case. */
export const recordCheck = (data: CommandData<'RecordCheck'>, state: WorkflowState): Decision<WorkflowEvent> => {
  const here = current(state, data.stage);
  if (here instanceof Rejection) return here;
  if (here.open.definition.kind !== 'check')
    return reject('workflow.verb-not-offered', 'This stage is not an automatic check.', {
      stage: data.stage,
      verdict: 'record-check',
    });
  if (!isSystem(data.by)) return reject('workflow.system-only', 'Only the system records a check.');
  const { stage, outcome, facts, at } = data;
  return [
    { type: 'CheckRecorded', data: { stage, round: here.state.round, outcome, facts, at } },
    ...closing(here, outcome, '', data),
  ];
};
