import { Temporal } from 'temporal-polyfill';

/** The zone in which authority, terms and dates of letters are reckoned (decisions 14). */
export const ZONE = 'Asia/Jakarta';

/** Whether it is a date of the calendar: `2026-02-31` is not. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
};

export const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/** The same day so many months later; the last of the month where that month is shorter. */
export const monthsAfter = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString();

/** The calendar date in the tenant's zone at an instant. */
export const dayOf = (at: string): string => Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).toPlainDate().toString();
