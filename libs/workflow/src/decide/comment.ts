import type { Decision } from '@app/decider';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { reject } from '../refusals.js';
import type { WorkflowState } from '../state.js';

/** Something is said, at any time, also after the end. Who may read and speak is the rim's to say. */
export const comment = ({ text, by, at }: CommandData<'Comment'>, state: WorkflowState): Decision<WorkflowEvent> => {
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  if (text.trim() === '') return reject('workflow.text-missing', 'A comment says something.');
  const last = state.lastComment;
  const repeated = last?.text === text && last.by === by && last.at === at;
  return repeated ? [] : [{ type: 'CommentAdded', data: { text, by, at } }];
};
