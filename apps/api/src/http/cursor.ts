import { isPlainText } from '@app/platform';
import { isDay, isInstant } from './day.js';
import { wrong } from './validation.js';

/** Values of the columns a list is ordered by, of its last row. */
export type Keyset = readonly (string | number)[];

/** Makes the next page's cursor. Opaque to callers: its form may change. */
export const cursorOf = (keyset: Keyset): string => Buffer.from(JSON.stringify(keyset)).toString('base64url');

/** What a column of an order may hold; `instant` includes `infinity`, for what is never due. */
const holds = {
  count: (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0,
  text: (value: unknown) => typeof value === 'string' && isPlainText(value),
  day: isDay,
  instant: (value: unknown) => value === 'infinity' || isInstant(value),
};
type Kind = keyof typeof holds;

const isKeyset = (value: unknown, kinds: readonly Kind[]): value is (string | number)[] =>
  Array.isArray(value) && value.length === kinds.length && kinds.every((kind, n) => holds[kind](value[n]));

/**
 * Reads a cursor that `cursorOf` made of values of these kinds. Whoever makes one up gets no further than here.
 * @throws Refusal 400 for anything else
 */
export const keysetOf = (cursor: string | undefined, ...kinds: readonly Kind[]): Keyset | undefined => {
  if (cursor === undefined) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    parsed = undefined;
  }
  if (!isKeyset(parsed, kinds)) throw wrong('cursor', 'is-cursor');
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
