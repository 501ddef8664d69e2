import type { AssignmentRow } from '../projections/assignments.js';
import type { PersonRow } from '../projections/people.js';
import type { PostRow } from '../projections/posts.js';
import type { UnitRow } from '../projections/units.js';

/** What the queries of this context read. */
export type StaffingTables = {
  staffing_units: UnitRow;
  staffing_posts: PostRow;
  staffing_people: PersonRow;
  staffing_assignments: AssignmentRow;
};

/** A page of a list; `nextCursor` is `null` at its end. */
export type Page<T> = Readonly<{ items: readonly T[]; nextCursor: string | null }>;
export type PageAsked = Readonly<{ cursor?: string | undefined; limit?: number | undefined }>;

/** Where a page ended: the values of the columns that it is ordered by. Opaque to callers; what cannot be read is the beginning. */
export const cursorOf = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');
export const readCursor = (cursor: string | undefined): readonly [number, string, string] | undefined => {
  if (!cursor) return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(read)) return undefined;
    const [rank, name, id]: readonly unknown[] = read as readonly unknown[];
    return typeof rank === 'number' && typeof name === 'string' && typeof id === 'string' ? [rank, name, id] : undefined;
  } catch {
    return undefined;
  }
};

/** For `ilike`: what somebody typed, taken literally. */
export const containing = (typed: string): string => `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
