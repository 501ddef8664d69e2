import { Temporal } from 'temporal-polyfill';

/** A calendar date, `YYYY-MM-DD`. Such strings sort as the days do. */
export type Day = string;

/** Whether it is a date that exists: not the 31st of February. */
export const isDay = (text: string): boolean => {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
};

/** The same day so many years and months on; the last of the month where it has no such day. */
export const later = (day: Day, { years = 0, months = 0 }: Readonly<{ years?: number; months?: number }>): Day =>
  Temporal.PlainDate.from(day).add({ years, months }).toString();

export const firstOfNextMonth = (day: Day): Day => Temporal.PlainDate.from(day).with({ day: 1 }).add({ months: 1 }).toString();

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The calendar day on which an instant falls in a zone. */
export const dayIn = (zone: string, instant: string): Day =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The instant at which a day begins in a zone. */
export const startOfDay = (zone: string, day: Day): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();

export const latest = (...days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b));
