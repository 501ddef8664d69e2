import { type Decision, Rejection } from '@app/decider';
import { acting, current } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { whyNotAddAdviser, whyNotAdvise, whyNotBeAsked } from '../guards/advice.js';
import { reject } from '../refusals.js';
import type { WorkflowState } from '../state.js';

/** Whoever acts at a stage asks somebody for advice. Where it is required nothing is decided without; asked again, it may not be. */
export const addAdviser = (data: CommandData<'AddAdviser'>, state: WorkflowState): Decision<WorkflowEvent> => {
  const here = current(state, data.stage);
  if (here instanceof Rejection) return here;
  const { stage, adviser, required, question, at } = data;
  const refused = whyNotAddAdviser(here, data.directory, data.by, data) ?? whyNotBeAsked(here, adviser, data);
  if (refused) return refused;
  const by = acting(here, data.directory, data.by, data);
  if (by instanceof Rejection) return by;
  if (question.trim() === '') return reject('workflow.text-missing', 'Advice is asked about something.');
  const known = here.open.advisers?.find(({ person }) => person === adviser);
  if (known?.required === required && known.question === question) return [];
  return [{ type: 'AdviserAdded', data: { stage, round: here.open.round, adviser, required, question, by, at } }];
};

/** He advises, once. */
export const advise = ({ stage, advice, by, at }: CommandData<'Advise'>, state: WorkflowState): Decision<WorkflowEvent> => {
  const here = current(state, stage);
  if (here instanceof Rejection) return here;
  const known = here.open.advisers?.find(({ person }) => person === by);
  if (known?.advice === advice) return [];
  const refused = whyNotAdvise(here, by);
  if (refused) return refused;
  if (advice.trim() === '') return reject('workflow.text-missing', 'Advice says something.');
  return [{ type: 'AdviceGiven', data: { stage, round: here.open.round, advice, by, at } }];
};
