import type { Recorded } from './event-store.js';
import type { ColumnType, Projection } from './projection.js';

export type Row = Readonly<Record<string, unknown>>;

/** Any projection, for whoever handles them all alike. */
export type AnyProjection = Projection<never, never>;

type Handler = (row: Row | undefined, event: Recorded) => Row | undefined;

/** A projection as its runner sees it: the types of its rows and events were checked where it was declared. */
export type Runnable = Readonly<{
  name: string;
  version: number;
  columns: Readonly<Record<string, ColumnType>>;
  indexes: readonly (readonly string[])[];
  appends: boolean;
  key: (event: Recorded) => string | undefined;
  handlers: ReadonlyMap<string, Handler>;
}>;

export const runnable = (definition: AnyProjection): Runnable => ({
  name: definition.name,
  version: definition.version,
  columns: definition.columns,
  indexes: definition.indexes ?? [],
  appends: definition.appends ?? false,
  // The one place where the types of a projection are given up; events are matched to handlers by `type`.
  key: definition.key as Runnable['key'],
  handlers: new Map(Object.entries<unknown>(definition.on).filter(([, on]) => on !== undefined) as [string, Handler][]),
});

/** What a batch did to a projection: the rows that changed (`undefined`: removed), and where it failed, if it did. */
export type Folding = Readonly<{
  changed: ReadonlyMap<string, Row | undefined>;
  failure?: Readonly<{ event: Recorded; error: unknown }>;
}>;

/** The rows a batch is about, so that they can be loaded before it is folded. A key that cannot be told fails later, in `foldBatch`. */
export const keysIn = ({ handlers, key }: Runnable, events: readonly Recorded[]): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const event of events) {
    if (!handlers.has(event.type)) continue;
    try {
      const of = key(event);
      if (of !== undefined) keys.add(of);
    } catch {
      break;
    }
  }
  return keys;
};

/** Folds events in order over the rows as they stand. Stops before the first event that the projection throws at. */
export const foldBatch = (projection: Runnable, rows: (key: string) => Row | undefined, events: readonly Recorded[]): Folding => {
  const changed = new Map<string, Row | undefined>();
  for (const event of events) {
    const handle = projection.handlers.get(event.type);
    if (!handle) continue;
    try {
      const key = projection.key(event);
      if (key === undefined) continue;
      const before = changed.has(key) ? changed.get(key) : rows(key);
      const after = handle(before, event);
      if (after !== before) changed.set(key, after && asStored(projection, after));
    } catch (error) {
      return { changed, failure: { event, error } };
    }
  }
  return { changed };
};

/** An instant in the one form in which it reads back. */
const asRead = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The row as it will read back, so that a row folded in memory and one loaded from the table are the same to the next event. */
const asStored = ({ columns }: Runnable, row: Row): Row => {
  if (isAsStored(columns, row)) return row;
  const stored: Record<string, unknown> = {};
  for (const column in columns) {
    const value = row[column] ?? null;
    stored[column] =
      columns[column] === 'timestamptz' && typeof value === 'string' && !asRead.test(value)
        ? new Date(value).toISOString()
        : value;
  }
  return stored;
};

/** As most rows are: made of the row before. */
const isAsStored = (columns: Runnable['columns'], row: Row): boolean => {
  let wanted = 0;
  for (const column in columns) {
    const value = row[column];
    if (value === undefined) return false;
    if (columns[column] === 'timestamptz' && typeof value === 'string' && !asRead.test(value)) return false;
    wanted += 1;
  }
  for (const _ in row) wanted -= 1;
  return wanted === 0;
};

/** The rows after a history, by key: a projection as its specification sees it. @throws what the projection throws */
export const project = <R extends object>(
  definition: Projection<R, never>,
  events: readonly Recorded[],
): ReadonlyMap<string, R> => {
  const { changed, failure } = foldBatch(runnable(definition), () => undefined, events);
  if (failure) throw failure.error;
  const rows = new Map<string, R>();
  for (const [key, row] of changed) if (row) rows.set(key, row as R); // made by this projection, so its rows
  return rows;
};
