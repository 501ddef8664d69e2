import { type Decision, Rejection } from '@app/decider';
import { current, isSystem } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { reject } from '../refusals.js';
import { isDay } from '../clock.js';
import { dayOf } from '../schedule.js';
import type { At, WorkflowState } from '../state.js';
import { deciding } from '../tasks.js';
import { closing } from './closing.js';

type Data = CommandData<'RecordAnswer'>;

/** An answer from outside is taken in, by whoever holds the stage's office or by the system. A negative one ends the case. */
export const recordAnswer = (data: Data, state: WorkflowState): Decision<WorkflowEvent> => {
  const here = current(state, data.stage);
  if (here instanceof Rejection) return here;
  if (here.open.definition.kind !== 'external')
    return reject('workflow.verb-not-offered', 'This stage awaits no answer from outside.', {
      stage: data.stage,
      verdict: 'record-answer',
    });
  const by = isSystem(data.by) ? undefined : deciding(here, data.directory, data.by, data);
  if (by instanceof Rejection) return by;
  const refused = whyNotAnswer(data, here);
  if (refused) return refused;

  const { stage, outcome, number, date, document, note, at } = data;
  const answer = { number: number.trim(), date, ...(document !== undefined && { document }), note };
  return [
    { type: 'ExternalAnswerRecorded', data: { stage, round: here.open.round, outcome, ...answer, ...(by && { by }), at } },
    ...closing(here, outcome, note, data),
  ];
};

/** A paper has a number, and a date on which it can have been written. */
const whyNotAnswer = (data: Data, { state, open }: At): Rejection | undefined => {
  const { stage, number, date, document, calendar } = data;
  if (number.trim() === '') return reject('workflow.number-missing', 'An answer has a number.', { stage });
  if (!isDay(date)) return reject('workflow.date-malformed', 'That is no date.', { stage, date });
  const today = dayOf(calendar, data.at);
  if (date > today) return reject('workflow.date-in-future', 'An answer is not of a day to come.', { stage, date, today });
  const opened = dayOf(calendar, open.since);
  if (date < opened && open.definition.kind === 'external' && open.definition.mayPredate !== true)
    return reject('workflow.date-before-opening', 'The answer is older than the question.', { stage, date, opened });
  if (document !== undefined && !state.attachments.some(({ id }) => id === document))
    return reject('workflow.document-unknown', 'No such attachment.', { stage, document });
  return undefined;
};
