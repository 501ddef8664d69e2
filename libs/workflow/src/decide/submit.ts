import { type Decision, Rejection } from '@app/decider';
import { proposing } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { whyNotSubmitLines } from '../lines-submitted.js';
import { reject } from '../refusals.js';
import { goingOn, resuming, unanswerable } from '../routing.js';
import type { WorkflowState } from '../state.js';

/** Submitted for the first time, or again after a repair: then it goes on where it was returned, unless it changed in substance. */
export const submit = (data: CommandData<'SubmitCase'>, state: WorkflowState): Decision<WorkflowEvent> => {
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  if (state.status === 'closed') return reject('workflow.closed', 'The case is closed.', { outcome: state.outcome });
  if (state.status === 'open' || state.status === 'routing')
    return reject('workflow.already-submitted', 'The case is submitted already.');

  const { directory, dossierHash, context, changed, lines, at } = data;
  const by = proposing(state, directory, data.by, data);
  if (by instanceof Rejection) return by;
  const unclear = unanswerable(state.definition, context) ?? whyNotSubmitLines(state, lines);
  if (unclear) return unclear;

  const { definition, round } = state;
  const resumeAt = changed ? undefined : state.resume[0];
  const onward = resumeAt === undefined ? goingOn(definition, context, 0, round, data) : resuming(state, resumeAt, data, context);
  if (onward.at(-1)?.type === 'CaseClosed')
    return reject('workflow.no-stage', 'No stage of the definition applies to this case.');
  return [
    {
      type: 'CaseSubmitted',
      data: { round, by, dossierHash, context, ...(resumeAt !== undefined && { resumeAt }), ...(lines && { lines }), at },
    },
    ...onward,
  ];
};
