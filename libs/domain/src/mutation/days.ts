import { Temporal } from 'temporal-polyfill';

/** A calendar date, `YYYY-MM-DD`. Such strings sort as the days do. */
export type Day = string;

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const written = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const partsOf = (day: Day): Readonly<{ year: number; month: number; date: number }> => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  date: Number(day.slice(8, 10)),
});

/** Whether it is a date that exists: not the 31st of February. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, date } = partsOf(text);
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
};

/**
 * The same day so many years and months on; the last of the month where it has no such day.
 * Reckoned by hand, since rules and checklists ask for it at every look and a general calendar is slow.
 */
export const later = (day: Day, { years = 0, months = 0 }: Readonly<{ years?: number; months?: number }>): Day => {
  const { year, month, date } = partsOf(day);
  const sum = (year + years) * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(sum / 12), (sum % 12) + 1];
  return written(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth)));
};

export const firstOfNextMonth = (day: Day): Day => later(`${day.slice(0, 7)}-01`, { months: 1 });

export const yearOf = (day: Day): number => partsOf(day).year;

const seen = new Map<string, Day>();
const SEEN = 10_000;

/** The calendar day on which an instant falls in a zone. What was reckoned is kept. */
export const dayIn = (zone: string, instant: string): Day => {
  const key = `${zone} ${instant}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  if (seen.size >= SEEN) seen.clear();
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  seen.set(key, day);
  return day;
};

export const latest = (...days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b));
