import type { Message } from '@app/decider';
import type { Recorded } from './event-store.js';

/** PostgreSQL types a projection's columns may have. */
export type ColumnType = 'text' | 'text[]' | 'integer' | 'bigint' | 'boolean' | 'date' | 'timestamptz' | 'jsonb' | 'numeric';

type Row = object;
type EventOf<E extends Message, T extends E['type']> = Recorded<Extract<E, { type: T }>>;

/**
 * A read model: one table, and how each event changes the row it concerns.
 *
 * Pure: no queries, no clock, no mail. It can be thrown away and made again from the log.
 */
export type Projection<R extends Row = Row, E extends Message = Message> = Readonly<{
  /** The name of the view that readers use. Unique. */
  name: string;
  /** Raised when `columns`, `key` or `on` change in a way that needs a rebuild. */
  version: number;
  columns: Readonly<Record<keyof R & string, ColumnType>>;
  /** Columns to index, each list one index. A `text[]` or `jsonb` column alone gets a GIN index. */
  indexes?: readonly (readonly (keyof R & string)[])[];
  /**
   * Every event makes a row of its own, whose key is the event's (its id, say), and no later one changes it: a list that
   * only grows. Then no row is looked for that cannot be there yet, and handlers are given none.
   */
  appends?: true;
  /** Which row an event is about; `undefined` for none. */
  key: (event: Recorded<E>) => string | undefined;
  /** The row after the event; `undefined` removes it. The table's primary key `key` is not part of the row. */
  on: { readonly [T in E['type']]?: (row: R | undefined, event: EventOf<E, T>) => R | undefined };
}>;

/** Declares a projection, with its types checked. */
export const projection = <R extends Row, E extends Message>(definition: Projection<R, E>): Projection<R, E> => definition;
