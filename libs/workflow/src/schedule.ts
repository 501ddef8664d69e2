import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.js';
import type { Term } from './definition.js';
import type { Day, Instant, Reminder, Schedule } from './events.js';
import type { Wait } from './state.js';

/** The hour of the tenant's day at which reminders go out. */
const REMINDER_HOUR = 8;
const CACHED = 10_000;

/** What was reckoned with a calendar before. The answers are functions of the calendar's value, so that keeping them changes nothing. */
type Reckoned = Readonly<{
  off: ReadonlySet<Day>;
  days: Map<string, Day>;
  schedules: Map<string, Schedule>;
  nth: Map<string, Day>;
}>;
const reckoned = new WeakMap<Calendar, Reckoned>();

const of = (calendar: Calendar): Reckoned => {
  const known = reckoned.get(calendar);
  if (known) return known;
  const fresh: Reckoned = { off: new Set(calendar.holidays), days: new Map(), schedules: new Map(), nth: new Map() };
  reckoned.set(calendar, fresh);
  return fresh;
};

const remembered = <V>(cache: Map<string, V>, key: string, reckon: () => V): V => {
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= CACHED) cache.clear();
  const value = reckon();
  cache.set(key, value);
  return value;
};

/** The tenant's calendar date at an instant. */
export const dayOf = (calendar: Calendar, at: Instant): Day =>
  // Offsets of zones are whole minutes, so that all instants of one minute have the same date.
  remembered(of(calendar).days, at.endsWith('Z') ? at.slice(0, 16) : at, () =>
    Temporal.Instant.from(at).toZonedDateTimeISO(calendar.zone).toPlainDate().toString(),
  );

/** Whether a date is worked. */
export const isWorkingDay = (calendar: Calendar, day: Day): boolean =>
  !of(calendar).off.has(day) && !calendar.weekend.includes(Temporal.PlainDate.from(day).dayOfWeek);

/** The n-th working day after a date (before it, for a negative n): the first one after it is 1. For 0 it is the date itself. */
export const workingDaysFrom = (calendar: Calendar, day: Day, n: number): Day =>
  remembered(of(calendar).nth, `${day}|${n}`, () => {
    const step = Math.sign(n);
    let date = Temporal.PlainDate.from(day);
    for (let left = Math.abs(n), tried = 0; left > 0 && tried < 36_600; tried++) {
      date = date.add({ days: step });
      if (isWorkingDay(calendar, date.toString())) left--;
    }
    return date.toString();
  });

/** The last millisecond of a date in the tenant's zone. */
export const endOfDay = ({ zone }: Calendar, day: Day): Instant =>
  instant(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).subtract({ milliseconds: 1 }));

const morningOf = ({ zone }: Calendar, day: Day): Instant =>
  instant(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(REMINDER_HOUR) }));

const instant = (time: Temporal.ZonedDateTime): Instant => time.toInstant().toString({ smallestUnit: 'millisecond' });

/**
 * When a wait that begins at `at` falls due, and who is reminded when.
 *
 * The working day after the one it began on is the first. It is due until the end of the due day. Reminders whose
 * day is not after the first are left out: who has just been told need not be reminded.
 */
export const scheduleOf = (deadline: Term, at: Instant, calendar: Calendar): Schedule => {
  const opened = dayOf(calendar, at);
  return remembered(of(calendar).schedules, `${opened}|${keyOf(deadline)}`, () => {
    const dueOn = workingDaysFrom(calendar, opened, deadline.workingDays);
    const told = (code: string, days: number, to: string, repeated: Pick<Reminder, 'every' | 'left'> = {}) => ({
      code,
      day: workingDaysFrom(calendar, dueOn, days),
      to,
      ...repeated,
    });
    const rows = [
      ...deadline.reminders.map((days) => told(days > 0 ? `after-${days}` : `before-${-days}`, days, 'actors')),
      ...deadline.escalations.map(({ workingDays, to, ...row }) =>
        told(`escalation-${workingDays}`, workingDays, to, repeatedOf(row)),
      ),
    ];
    const reminders = rows.filter(({ day }) => day > opened).map(({ day, ...row }) => ({ ...row, at: morningOf(calendar, day) }));
    return { dueOn, dueAt: endOfDay(calendar, dueOn), calendar: calendar.version, reminders };
  });
};

/**
 * When a wait falls due by another calendar than it was planned with, and what is still told; `undefined` where that moves
 * nothing. What was told is not told again, and what is repeated goes on as it was.
 */
export const replannedOf = (
  wait: Pick<Wait, 'since' | 'schedule' | 'reminded' | 'extension' | 'term' | 'countedFrom'>,
  deadline: Term | undefined,
  calendar: Calendar,
): Schedule | undefined => {
  const { since, schedule, reminded, extension = 0, term = deadline, countedFrom = since } = wait;
  if (!schedule || !term || schedule.calendar === calendar.version) return undefined;
  const anew = scheduleOf({ ...term, workingDays: term.workingDays + extension }, countedFrom, calendar);
  const open = ({ code }: Reminder) => !reminded.includes(code);
  const before = untold(schedule, reminded).reminders;
  const repeated = before.filter(({ code }) => isRepeat(code));
  const reminders = [...anew.reminders.filter(open), ...repeated];
  const same =
    anew.dueOn === schedule.dueOn &&
    reminders.length === before.length &&
    reminders.every(({ code, at }) => before.some((old) => old.code === code && old.at === at));
  return same ? undefined : { ...anew, reminders };
};

/** The same without the reminders that were told. */
export const untold = (schedule: Schedule, reminded: readonly string[]): Schedule => ({
  ...schedule,
  reminders: schedule.reminders.filter(({ code }) => !reminded.includes(code)),
});

/** A reminder that is told again has the code of the first with a count: `escalation-2`, `escalation-2x1`, `escalation-2x2`. */
export const isRepeat = (code: string): boolean => code.includes('x');
const nextCode = (code: string): string => {
  const [base = code, count = '0'] = code.split('x');
  return `${base}x${Number(count) + 1}`;
};

/** When a reminder that fell due is told again: so many working days after it was, in the morning. `undefined` where it is not. */
export const repeatOf = ({ code, to, every, left }: Reminder, at: Instant, calendar: Calendar): Reminder | undefined => {
  if (every === undefined || left === 0) return undefined;
  const day = workingDaysFrom(calendar, dayOf(calendar, at), every);
  return { code: nextCode(code), at: morningOf(calendar, day), to, every, ...(left !== undefined && { left: left - 1 }) };
};

/** `times` counts the first as well. */
const repeatedOf = ({
  repeatEvery,
  times,
}: Pick<Term['escalations'][number], 'repeatEvery' | 'times'>): Pick<Reminder, 'every' | 'left'> =>
  repeatEvery === undefined ? {} : { every: repeatEvery, ...(times !== undefined && { left: times - 1 }) };

const keys = new WeakMap<Term, string>();
const keyOf = (deadline: Term): string => {
  const known = keys.get(deadline);
  if (known !== undefined) return known;
  const { workingDays, reminders, escalations } = deadline;
  const key = `${workingDays}|${reminders.join(',')}|${escalations.map((row) => `${row.workingDays}${row.to}/${row.repeatEvery ?? ''}/${row.times ?? ''}`).join(',')}`;
  keys.set(deadline, key);
  return key;
};
