import { z } from 'zod';
import { cleaned, dayIn } from './cells.js';
import type { Reason } from './reasons.js';

const issue = (message: Reason, input: unknown) => ({ code: 'custom' as const, message, input });

/** A cell that has to be filled. */
export const text = (most: number) =>
  z.string().transform((raw, { issues }) => {
    const value = cleaned(raw);
    if (value === '') issues.push(issue('import.required', raw));
    if (value.length > most) issues.push(issue('import.too-long', raw));
    return value;
  });

/** `undefined` where the column is absent, `null` where the cell is empty. */
const optional = <T>(read: (value: string) => T | undefined, reason: Reason) =>
  z
    .string()
    .optional()
    .transform((raw, { issues }): T | null | undefined => {
      if (raw === undefined) return undefined;
      const value = cleaned(raw);
      if (value === '' || value === '-') return null;
      const known = read(value);
      if (known === undefined) issues.push(issue(reason, raw));
      return known;
    });

export const optionalText = (most: number) => optional((value) => (value.length <= most ? value : undefined), 'import.too-long');
export const optionalDay = optional(dayIn, 'import.bad-date');
export const optionalNumber = (least: number, most: number) =>
  optional(
    (value) => (/^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : undefined),
    'import.bad-number',
  );
export const optionalEmail = optional(
  (value) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) && value.length <= 254 ? value : undefined),
  'import.bad-email',
);

/** One of the words of a table, written in any case. */
export const optionalWord = <T>(words: Readonly<Record<string, T>>, reason: Reason = 'import.unknown-value') =>
  optional((value) => (Object.hasOwn(words, value.toUpperCase()) ? words[value.toUpperCase()] : undefined), reason);

export const word = <T>(words: Readonly<Record<string, T>>) =>
  z.string().transform((raw, { issues }): T => {
    const known = words[cleaned(raw).toUpperCase()];
    if (known === undefined) {
      issues.push(issue(cleaned(raw) === '' ? 'import.required' : 'import.unknown-value', raw));
      return z.NEVER;
    }
    return known;
  });

export const number = (least: number, most: number) =>
  z.string().transform((raw, { issues }): number => {
    const value = cleaned(raw);
    const known = /^\d{1,6}$/.test(value) ? Number(value) : NaN;
    if (value === '') issues.push(issue('import.required', raw));
    else if (!(known >= least && known <= most)) issues.push(issue('import.bad-number', raw));
    return known;
  });
