import type { Day } from '../api/model';

const MsPerDay = 86_400_000;
const toUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const addDays = (day: Day, days: number): Day => new Date(toUtc(day) + days * MsPerDay).toISOString().slice(0, 10);

let holidays: ReadonlySet<Day> = new Set();

/** Takes over the days off of the calendar that deadlines are reckoned with. */
export const takeHolidays = (days: readonly Day[]): void => {
  holidays = new Set(days);
};

const isOff = (day: Day): boolean => [0, 6].includes(new Date(toUtc(day)).getUTCDay()) || holidays.has(day);

/** Working days from one day to another; negative when it lies before. */
export const workingDaysBetween = (from: Day, to: Day): number => {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) if (!isOff(addDays(day, 1))) count += 1;
  return count;
};

export const addWorkingDays = (from: Day, days: number): Day => {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (!isOff(day)) left -= 1;
  }
  return day;
};

export const addMonths = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};
