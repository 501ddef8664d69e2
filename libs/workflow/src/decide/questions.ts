import { type Decision, Rejection } from '@app/decider';
import { current } from '../authority.js';
import { pausing, resuming } from '../clock.js';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { addresseeOf, termOfAnswer, whyNotAnswer, whyNotAsk } from '../guards/questions.js';
import { reject } from '../refusals.js';
import { scheduleOf } from '../schedule.js';
import type { WorkflowState } from '../state.js';
import { unvoted } from '../tasks.js';

/**
 * Whoever acts at a stage asks for information; its clock stands still until he has it, and that of whoever is asked runs. He may
 * still decide without.
 */
export const ask = (data: CommandData<'Ask'>, state: WorkflowState): Decision<WorkflowEvent> => {
  const here = current(state, data.stage);
  if (here instanceof Rejection) return here;
  const of = addresseeOf(here.state, data.of);
  const open = here.open.question;
  if (open?.question === data.question && open.by === data.by && open.of === of) return [];
  const refused = whyNotAsk(here, data.directory, data.by, data);
  if (refused) return refused;
  const by = unvoted(here, data.directory, data.by, data);
  if (by instanceof Rejection) return by;
  if (data.question.trim() === '') return reject('workflow.text-missing', 'A question asks something.');
  if (!isKnown(of, data, state)) return reject('workflow.nobody-to-ask', 'Nobody else can be asked under that name.', { of });
  const { stage, question, at } = data;
  const { round, definition } = here.open;
  const schedule = scheduleOf(termOfAnswer(here.state.definition, definition), at, data.calendar);
  return [
    { type: 'InformationAsked', data: { stage, round, question, of, by, schedule, at } },
    ...pausing(here.open, 'asked', at),
  ];
};

/** A role of the case with a holder besides the one who asks, or a person the case has to do with. */
const isKnown = (of: string, { directory, by, stage }: CommandData<'Ask'>, state: WorkflowState): boolean => {
  if (state.status === 'absent') return false;
  const allowed = state.definition.stages.find(({ key }) => key === stage)?.verbs.ask?.of;
  // What is asked for is typed in by people: `constructor` is no role of anybody's.
  const holders = Object.hasOwn(directory, of) ? directory[of] : undefined;
  if (holders) return (allowed === undefined || allowed.includes(of)) && holders.some(({ person }) => person !== by);
  if (of === by) return false;
  const holds = Object.entries(directory).some(
    ([role, holdings]) => (allowed === undefined || allowed.includes(role)) && holdings.some(({ person }) => person === of),
  );
  return holds || (allowed === undefined && (of === state.subject || state.deeds.some(({ person }) => person === of)));
};

/** Whoever was asked answers, and the clock runs on. */
export const answer = (data: CommandData<'Answer'>, state: WorkflowState): Decision<WorkflowEvent> => {
  const here = current(state, data.stage);
  if (here instanceof Rejection) return here;
  const refused = whyNotAnswer(here, data.directory, data.by);
  if (refused) return refused;
  if (data.answer.trim() === '') return reject('workflow.text-missing', 'An answer says something.');
  const { stage, by, at } = data;
  return [
    { type: 'InformationAnswered', data: { stage, round: here.open.round, answer: data.answer, by, at } },
    ...resuming(here.open, here.open.definition.deadline, data),
  ];
};
