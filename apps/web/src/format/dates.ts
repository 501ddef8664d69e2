import type { Day, Instant } from '../api/model';
import { language } from '../texts';

/** All dates are told in the regency's zone, and instants name it. */
export const Zone = 'Asia/Jakarta';
const locale = () => (language() === 'en' ? 'en-GB' : 'id-ID');

const formats = new Map<string, Intl.DateTimeFormat>();
const format = (name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale()} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale(), options);
  formats.set(key, made);
  return made;
};

const dateOf = (day: Day): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`);

/** `24 November 2026` */
export const dayText = (day: Day): string => format('day', { dateStyle: 'long', timeZone: 'UTC' }).format(dateOf(day));

/** `Sel, 24 Nov 2026` */
export const shortDay = (day: Day): string =>
  format('short', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(dateOf(day));

/** `November 2026` */
export const monthText = (day: Day): string =>
  format('month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(dateOf(day));

/** `24 Nov 2026, 10.48 WIB` */
export const instantText = (at: Instant | number): string =>
  `${format('instant', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: Zone }).format(new Date(at))} WIB`;

/** The calendar day of an instant in the regency. */
export const dayOf = (at: Instant | number): Day => new Intl.DateTimeFormat('sv-SE', { timeZone: Zone }).format(new Date(at));

export const numberText = (value: number): string => new Intl.NumberFormat(locale()).format(value);

export const percentText = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);

export const sizeText = (bytes: number): string =>
  bytes < 1_000_000
    ? `${numberText(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${numberText(Math.round(bytes / 100_000) / 10)} MB`;
