import { wrong } from './validation.js';

/** Values of the columns a list is ordered by, of its last row. */
export type Keyset = readonly (string | number | null)[];

/** Makes the next page's cursor. Opaque to callers: its form may change. */
export const cursorOf = (keyset: Keyset): string => Buffer.from(JSON.stringify(keyset)).toString('base64url');

const isKeyset = (value: unknown, length: number): value is (string | number | null)[] =>
  Array.isArray(value) &&
  value.length === length &&
  value.every((part) => part === null || typeof part === 'string' || typeof part === 'number');

/**
 * Reads a cursor that `cursorOf` made of so many values.
 * @throws Refusal 400 for anything else
 */
export const keysetOf = (cursor: string | undefined, length: number): Keyset | undefined => {
  if (cursor === undefined) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    parsed = undefined;
  }
  if (!isKeyset(parsed, length)) throw wrong('cursor', 'is-cursor');
  return parsed;
};

/** A page of what was asked for with one row more than its limit. */
export const pageOf = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  keyset: (row: Row) => Keyset,
): { items: Item[]; nextCursor: string | null } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), nextCursor: rows.length > limit && last !== undefined ? cursorOf(keyset(last)) : null };
};
