import { Temporal } from 'temporal-polyfill';
import { type Calendar, type Day, endOfDay, type Instant, isWorkingDay, workingDaysFrom } from '@app/workflow';
import type { Party } from './events.js';
import { type Reminder, reminders as allReminders } from './reminders.js';

/** The hour of the tenant's day at which people are told. */
const HOUR = 8;

export type DueDay = Readonly<{
  dueOn: Day;
  dueAt: Instant;
  reminders: readonly Readonly<{ code: string; at: Instant; to: Party }>[];
}>;

/**
 * When something falls due that is owed so many months after a day, and who is told when.
 *
 * The day of the month is kept, or the month's last day taken; a day off moves to the next working day.
 */
export const dueAfter = (
  since: Day,
  months: number,
  calendar: Calendar,
  reminders: readonly Reminder[] = allReminders,
): DueDay => {
  const day = Temporal.PlainDate.from(since).add({ months }).toString();
  const dueOn = isWorkingDay(calendar, day) ? day : workingDaysFrom(calendar, day, 1);
  return {
    dueOn,
    dueAt: endOfDay(calendar, dueOn),
    reminders: reminders.map(({ code, to, from }) => ({
      code,
      to,
      at: morning(calendar, 'days' in from ? plus(dueOn, from.days) : workingDaysFrom(calendar, dueOn, from.workingDays)),
    })),
  };
};

const plus = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();

const morning = ({ zone }: Calendar, day: Day): Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(HOUR) })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
