import type { Decision } from '@app/decider';
import { initiatorOf } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { reject } from '../refusals.js';
import type { WorkflowState } from '../state.js';

/** A case begins as a draft, in the most specific of the initiating roles that its starter holds. */
export const start = (
  { definition, definitionHash, subject, by, at, directory }: CommandData<'StartCase'>,
  state: WorkflowState,
): Decision<WorkflowEvent> => {
  if (state.status !== 'absent') return reject('workflow.exists', 'There is such a case already.');
  const capacity = initiatorOf(definition, directory, by);
  if (!capacity)
    return reject('workflow.not-an-initiator', 'None of your offices may start this.', { roles: definition.initiators });
  return [{ type: 'CaseStarted', data: { definition, definitionHash, subject, by: capacity, at } }];
};
