import type { Day } from '../api/model';

const MsPerDay = 86_400_000;
const toUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const addDays = (day: Day, days: number): Day => new Date(toUtc(day) + days * MsPerDay).toISOString().slice(0, 10);

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(toUtc(day)).getUTCDay());

/**
 * Working days from one day to another (negative when it lies before), Monday to Friday. Public holidays are the
 * engine's to know: the due day itself is reckoned with them, this count is only for the eye.
 */
export const workingDaysBetween = (from: Day, to: Day): number => {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) if (!isWeekend(addDays(day, 1))) count += 1;
  return count;
};

export const addWorkingDays = (from: Day, days: number): Day => {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (!isWeekend(day)) left -= 1;
  }
  return day;
};

export const addMonths = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};
