import { Temporal } from 'temporal-polyfill';

/** Terms of an acting official (Plt): three months and one extension of three (SE BKN 1/SE/I/2021, PP UU 30/2014 Ps 14). Data, not law in code. */
export const ACTING = { months: 3, terms: 2, lookBackMonths: 12 } as const;

/** A daily acting official (Plh) stands in while the holder is away for a time. How long that may be is a rule of the house: data. */
export const DAILY = { months: 3 } as const;

/** The law that all of this rests on. */
export const BASIS = 'UU 30/2014 Ps 14; SE BKN 1/SE/I/2021';

const date = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day);

/** Whether a term, both days included, is longer than so many calendar months. */
export const longerThan = (from: string, until: string, months: number): boolean =>
  Temporal.PlainDate.compare(date(until), date(from).add({ months }).subtract({ days: 1 })) > 0;

export const monthsBefore = (day: string, months: number): string => date(day).subtract({ months }).toString();

export const dayBefore = (day: string): string => date(day).subtract({ days: 1 }).toString();
