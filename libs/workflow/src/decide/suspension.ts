import type { Decision } from '@app/decider';
import { pausing, resuming } from '../clock.js';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { whyNotResume, whyNotSuspend } from '../guards/suspension.js';
import { termOfAnswer } from '../guards/questions.js';
import { reject } from '../refusals.js';
import type { OpenStage, WorkflowState } from '../state.js';

/** The case is left as it stands, and all its clocks with it. */
export const suspend = ({ reason, by, at, directory }: CommandData<'Suspend'>, state: WorkflowState): Decision<WorkflowEvent> => {
  const refused = whyNotSuspend(state, directory, by);
  if (refused) return refused;
  if (reason.trim() === '') return reject('workflow.reason-missing', 'This takes a reason.');
  const waits = state.status === 'open' ? state.open.flatMap(withQuestion) : state.status === 'returned' ? [state.repair] : [];
  return [{ type: 'CaseSuspended', data: { reason, by, at } }, ...waits.flatMap((wait) => pausing(wait, 'suspended', at))];
};

const withQuestion = (open: OpenStage) => (open.question?.wait ? [open, open.question.wait] : [open]);

/** It goes on where it stood. A clock that waits for an answer still stands. */
export const resume = (data: CommandData<'Resume'>, state: WorkflowState): Decision<WorkflowEvent> => {
  const refused = whyNotResume(state, data.directory, data.by);
  if (refused) return refused;
  const { reason, by, at } = data;
  const clocks =
    state.status === 'open'
      ? state.open.flatMap((open) =>
          open.question
            ? resuming(open.question.wait, termOfAnswer(state.definition, open.definition), data)
            : resuming(open, open.definition.deadline, data),
        )
      : state.status === 'returned'
        ? resuming(state.repair, state.definition.repair, data)
        : [];
  return [{ type: 'CaseResumed', data: { reason, by, at } }, ...clocks];
};
