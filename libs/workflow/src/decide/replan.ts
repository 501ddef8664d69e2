import type { Decision } from '@app/decider';
import { isSystem } from '../authority.js';
import type { CommandData } from '../commands.js';
import { placeOf } from '../clock.js';
import type { Term } from '../definition.js';
import type { WorkflowEvent } from '../events.js';
import { termOfAnswer } from '../guards/questions.js';
import { reject } from '../refusals.js';
import { replannedOf } from '../schedule.js';
import type { Wait, WorkflowState } from '../state.js';

/**
 * Another version of the calendar is in force: what the case waits for falls due by it. Where no day of it moves, nothing is
 * said; so it may be asked again and again.
 */
export const replan = (data: CommandData<'Replan'>, state: WorkflowState): Decision<WorkflowEvent> => {
  if (!isSystem(data.by)) return reject('workflow.system-only', 'Deadlines are moved by the system.');
  if (state.status === 'returned') return moved(state.repair, state.definition.repair, data);
  if (state.status !== 'open') return [];
  const whole = state.clock ? moved({ ...state.clock, round: state.round }, state.definition.deadline, data) : [];
  const stages = state.open.flatMap((open) => [
    ...moved(open, open.definition.deadline, data),
    ...(open.question?.wait ? moved(open.question.wait, termOfAnswer(state.definition, open.definition), data) : []),
  ]);
  return [...stages, ...whole];
};

const moved = (
  wait: Wait,
  deadline: Term | undefined,
  { calendar, because, at }: CommandData<'Replan'>,
): readonly WorkflowEvent[] => {
  const { schedule } = wait;
  // A clock that stands still is reckoned anew when it is resumed.
  if (wait.pausedAt !== undefined) return [];
  const to = replannedOf(wait, deadline, calendar);
  if (!schedule || !to) return [];
  const { dueOn, dueAt, calendar: version } = schedule;
  const from = { dueOn, dueAt, calendar: version };
  const overdue = wait.overdue && to.dueAt <= at;
  return [{ type: 'DeadlinesReplanned', data: { ...placeOf(wait), from, to, calendar: calendar.version, because, overdue, at } }];
};
