import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.js';
import type { Term } from './definition.js';
import type { Day, Instant, PauseReason, WorkflowEvent } from './events.js';
import { dayOf, isRepeat, scheduleOf, workingDaysFrom } from './schedule.js';
import type { Wait } from './state.js';

/** Nothing falls due while something is asked for, or the case is suspended. */
export const pausing = (
  wait: Pick<Wait, 'stage' | 'round' | 'wait' | 'schedule' | 'pausedAt'>,
  because: PauseReason,
  at: Instant,
): readonly WorkflowEvent[] =>
  wait.schedule && wait.pausedAt === undefined ? [{ type: 'ClockPaused', data: { ...placeOf(wait), because, at } }] : [];

type Place = Pick<Wait, 'stage' | 'round' | 'wait'>;

/** Where something waits, as events name it. */
export const placeOf = ({ stage, round, wait }: Place): Place => (wait === undefined ? { stage, round } : { stage, round, wait });

type Now = Readonly<{ at: Instant; calendar: Calendar }>;

/**
 * The clock runs on: due later by the working days it stood still. What was told is not told again; what whoever must act would
 * have been told meanwhile, resuming tells him, while an escalation that was missed is made up for at once.
 */
export const resuming = (wait: Wait | undefined, deadline: Term | undefined, { at, calendar }: Now): readonly WorkflowEvent[] => {
  if (!wait) return [];
  const { since, schedule, pausedAt, reminded, extension = 0, term = deadline, countedFrom = since } = wait;
  if (pausedAt === undefined || !schedule || !term) return [];
  const days = workingDaysBetween(calendar, dayOf(calendar, pausedAt), dayOf(calendar, at));
  const anew = scheduleOf({ ...term, workingDays: term.workingDays + extension + days }, countedFrom, calendar);
  const told = new Set(reminded);
  const repeats = schedule.reminders.filter(({ code }) => isRepeat(code));
  const reminders = [...anew.reminders, ...repeats].filter(
    (each) => !told.has(each.code) && (each.to !== 'actors' || each.at > at),
  );
  return [
    {
      type: 'ClockResumed',
      data: {
        ...placeOf(wait),
        schedule: { ...anew, reminders },
        originalDueOn: wait.originalDueOn ?? schedule.dueOn,
        days,
        overdue: wait.overdue && anew.dueAt <= at,
        at,
      },
    },
  ];
};

/** How many working days come after one date up to another. */
export const workingDaysBetween = (calendar: Calendar, from: Day, to: Day): number => {
  let days = 0;
  for (let day = workingDaysFrom(calendar, from, 1); day <= to; day = workingDaysFrom(calendar, day, 1)) days++;
  return days;
};

/** Whether a text is a date of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const last = { year: Number(year), month: Number(month), day: 1 };
  if (last.month < 1 || last.month > 12) return false;
  return Number(day) >= 1 && Number(day) <= Temporal.PlainDate.from(last).daysInMonth;
};
