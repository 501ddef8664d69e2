import type { PoolClient } from 'pg';
import type { Row, Runnable } from '../projection-fold.js';
import { Recent } from '../recent.js';

/** How many statements a connection keeps ready for one table; beyond that they are parsed each time. */
const mostPrepared = 16;

/** How many rows one table keeps in memory at most, however short they are. */
const mostKept = 10_000;

/** What runs a statement: a pool or a client inside a transaction. */
export type Queryable = Pick<PoolClient, 'query'>;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const tableName = (name: string, generation: number) => `rm.${quoted(`${name}__g${generation}`)}`;

export const viewName = (name: string) => `rm.${quoted(name)}`;

/** Tells whether a table was made for these columns. */
export const shapeOf = ({ columns, indexes }: Runnable): string => JSON.stringify([Object.entries(columns), indexes]);

export const createTable = (projection: Runnable, generation: number): string => {
  const table = tableName(projection.name, generation);
  const listed = Object.entries(projection.columns).map(([column, type]) => `${quoted(column)} ${type}`);
  // A row that changes stays on its page where there is room, and an index of what has not changed need not be told.
  const filled = projection.appends ? 100 : 70;
  return `drop table if exists ${table}; create table ${table} (${['key text primary key', ...listed].join(', ')}) with (fillfactor = ${filled});`;
};

/** All but that of the key. Made over rows that are there already, they cost a fraction of keeping them row by row. */
export const createIndexes = ({ name, columns, indexes }: Runnable, generation: number): string => {
  const table = tableName(name, generation);
  const made = indexes.map((on) => {
    const type = on.length === 1 && on[0] !== undefined ? columns[on[0]] : undefined;
    const method = type === 'text[]' || type === 'jsonb' ? 'gin' : 'btree';
    return `create index on ${table} using ${method} (${on.map(quoted).join(', ')});`;
  });
  return `${made.join(' ')} analyze ${table};`;
};

/** Points the view that readers use to a generation. */
export const pointView = ({ name, columns }: Runnable, generation: number): string => {
  const listed = ['key', ...Object.keys(columns)].map(quoted).join(', ');
  return `drop view if exists ${viewName(name)}; create view ${viewName(name)} as select ${listed} from ${tableName(name, generation)};`;
};

/** One generation of one projection: its rows, the most recent of them in memory as well. */
export class ProjectionTable {
  private readonly recent: Recent<string, Row | 'none'>;
  private readonly selectText: string;
  private readonly table: string;
  private readonly deleteText: string;
  private readonly numbers: readonly string[];
  private readonly statement: string;
  private average = 0;
  private readonly upserts = new Map<string, string>();

  /** @param keptCharacters how long the rows in memory may be, all together and as JSON: what is kept by number alone has no bound */
  constructor(
    readonly projection: Runnable,
    readonly generation: number,
    private readonly keptCharacters = 8 * 1024 * 1024,
  ) {
    const { name, columns } = projection;
    const table = (this.table = tableName(name, generation));
    const listed = Object.keys(columns).map(quoted).join(', ');
    this.recent = new Recent(mostKept);
    this.statement = `rm.${name}.${generation}`;
    this.numbers = Object.keys(columns).filter((column) => columns[column] === 'bigint' || columns[column] === 'numeric');
    this.selectText = `select key, ${listed} from ${table} where key = any($1)`;
    this.deleteText = `delete from ${table} where key = any($1)`;
  }

  /** The rows of these keys, as they stand. */
  async load(db: Queryable, keys: ReadonlySet<string>): Promise<(key: string) => Row | undefined> {
    const found = new Map<string, Row | 'none'>();
    const missing: string[] = [];
    if (this.projection.appends) return () => undefined;
    for (const key of keys) {
      const row = this.recent.get(key);
      if (row) found.set(key, row);
      else missing.push(key);
    }
    if (missing.length > 0) {
      const { rows } = await db.query<Row & { key: string }>({
        name: `${this.statement}.load`,
        text: this.selectText,
        values: [missing],
      });
      for (const { key, ...row } of rows) found.set(key, this.withNumbers(row));
    }
    return (key) => {
      const row = found.get(key);
      return row === 'none' ? undefined : row;
    };
  }

  /**
   * Of a row that was there before, only what has changed is sent.
   * @param before the rows as they were loaded
   */
  async write(
    db: Queryable,
    changed: ReadonlyMap<string, Row | undefined>,
    before: (key: string) => Row | undefined,
  ): Promise<void> {
    const added: Row[] = [];
    const altered: (readonly [string, Row])[] = [];
    const columns = new Set<string>();
    const removed: string[] = [];
    for (const [key, row] of changed) {
      const old = row && before(key);
      if (!row) removed.push(key);
      else if (!old) added.push({ key, ...row });
      else {
        altered.push([key, row]);
        for (const column in row) if (row[column] !== old[column]) columns.add(column);
      }
    }
    const all = Object.keys(this.projection.columns);
    if (added.length > 0) this.weigh((await this.upsert(db, all, added)) / added.length);
    const some = all.filter((column) => columns.has(column));
    const [sample] = altered;
    if (sample) this.weigh(JSON.stringify(sample[1]).length); // a row may grow
    if (some.length > 0)
      await this.upsert(
        db,
        some,
        altered.map(([key, row]) => partOf(key, row, some)),
      );
    if (removed.length > 0) await db.query({ name: `${this.statement}.delete`, text: this.deleteText, values: [removed] });
  }

  /** Remembers what was written, once it is committed. */
  remember(changed: ReadonlyMap<string, Row | undefined>): void {
    if (this.projection.appends) return;
    for (const [key, row] of changed) this.recent.set(key, row ?? 'none');
  }

  /** @param characters how long a row is, or several are on average */
  private weigh(characters: number): void {
    this.average = this.average === 0 ? characters : 0.9 * this.average + 0.1 * characters;
    this.recent.keep(this.keptCharacters / this.average);
  }

  forget(): void {
    this.recent.clear();
  }

  /**
   * What differs from batch to batch stays little: few sets of columns change together.
   * @returns how long the rows are
   */
  private async upsert(db: Queryable, columns: readonly string[], rows: readonly Row[]): Promise<number> {
    const names = columns.map(quoted);
    const listed = names.join(', ');
    let name = this.upserts.get(listed);
    if (name === undefined && this.upserts.size < mostPrepared)
      this.upserts.set(listed, (name = `${this.statement}.upsert.${this.upserts.size}`));
    const typed = columns.map((column) => `${quoted(column)} ${this.projection.columns[column]}`);
    const text = `insert into ${this.table} (key, ${listed})
      select key, ${listed} from json_to_recordset($1::json) as row (key text, ${typed.join(', ')})
      on conflict (key) do update set ${names.map((column) => `${column} = excluded.${column}`).join(', ')}`;
    const json = jsonOf(rows);
    await db.query({ ...(name !== undefined && { name }), text, values: [json] });
    return json.length;
  }

  private withNumbers(row: Row): Row {
    if (this.numbers.length === 0) return row;
    const typed: Record<string, unknown> = { ...row };
    for (const column of this.numbers) if (typed[column] !== null) typed[column] = Number(typed[column]);
    return typed;
  }
}

const partOf = (key: string, row: Row, columns: readonly string[]): Row => {
  const part: Record<string, unknown> = { key };
  for (const column of columns) part[column] = row[column];
  return part;
};

/** PostgreSQL takes neither NUL nor half a surrogate pair in text. Such text is shown without them; the event keeps it. */
export const jsonOf = (rows: readonly Row[]): string => {
  const json = JSON.stringify(rows);
  if (!json.includes('\\u0000') && !json.includes('\\ud')) return json;
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string'
      ? value
          .replaceAll('\u0000', '')
          .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      : value,
  );
};
