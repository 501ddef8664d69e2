/** For specifications only: what a case waits for to fall due, as the state machine itself sees it. */
import type { WorkflowCommand } from '../commands.js';
import type { Instant, WaitKind } from '../events.js';
import type { Wait, WorkflowState } from '../state.js';

export type Due = Readonly<{ stage: string; round: number; wait?: WaitKind; code: string; at: Instant }>;

/** Everything in a case that has a clock: its stages, what was asked there, a repair, the case as a whole. */
export const waitsOf = (state: WorkflowState): readonly Wait[] => {
  if (state.status !== 'open' && state.status !== 'returned') return [];
  const waits =
    state.status === 'open'
      ? state.open.flatMap((open) => [open, ...(open.question?.wait ? [open.question.wait] : [])])
      : [state.repair];
  return [...waits, ...(state.clock ? [state.clock] : [])];
};

/** What will fall due, and when, if nothing else happens. `deadline` is that of the wait itself. */
export const dueOf = (state: WorkflowState): readonly Due[] =>
  waitsOf(state).flatMap(({ stage, round, wait, schedule, pausedAt, overdue, reminded }) => {
    if (!schedule || pausedAt !== undefined) return [];
    const place = { stage, round, ...(wait && { wait }) };
    const reminders = schedule.reminders.filter(({ code }) => !reminded.includes(code));
    return [
      ...reminders.map(({ code, at }) => ({ ...place, code, at })),
      ...(overdue ? [] : [{ ...place, code: 'deadline', at: schedule.dueAt }]),
    ];
  });

/** What the timer sends of it. */
export const firing = (
  { stage, round, wait, code }: Due,
  { calendar, directory, at }: Pick<WorkflowCommand['data'], 'calendar' | 'directory' | 'at'>,
): WorkflowCommand => {
  const data = { by: 'system:timer', stage, round, ...(wait && { wait }), calendar, directory, at };
  return code === 'deadline' ? { type: 'PassDeadline', data } : { type: 'Remind', data: { ...data, code } };
};
