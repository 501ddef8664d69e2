import type { Recorded } from './event-store.js';
import { isSealed } from './sealed.js';

/** The fields of an event, as the store gives it, that are encrypted under a person's key, wholly or in part. */
export const fieldsSealedFor = ({ data }: Pick<Recorded, 'data'>, subject: string): readonly string[] =>
  typeof data === 'object' && data !== null
    ? Object.entries(data).flatMap(([field, value]) => (holds(value, subject) ? [field] : []))
    : [];

const holds = (value: unknown, subject: string): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return isSealed(value) ? value.k === subject : Object.values(value).some((part) => isSealed(part) && part.k === subject);
};
