import type { Pool } from 'pg';
import type { EventStore, Position, Recorded } from '../event-store.js';
import { type AnyProjection, foldBatch, type Row, type Runnable, runnable } from '../projection-fold.js';
import type { SharedLog } from '../shared-log.js';
import { skippedBy } from './postgres-incidents.js';
import { type Queryable, jsonOf, tableName } from './postgres-projection-table.js';
import { transaction } from './postgres-transaction.js';

/** What a comparison found. `different` counts rows that are missing, left over or not the same. */
export type Proof = Readonly<{ name: string; position: Position | undefined; rows: number; different: number }>;

export type ProvingParts = Readonly<{ pool: Pool; log: SharedLog; compare: EventStore['compare'] }>;

const atOnce = 2_000;
const snapshot = 'begin isolation level repeatable read read only';

/**
 * Holds a read model against what a rebuild would give: folds it anew from the first event, in memory, up to where the
 * live table stands, and compares row by row within one snapshot. Writes nothing, and may run beside a running Alur.
 */
export const proveProjection = (parts: ProvingParts, definition: AnyProjection): Promise<Proof> =>
  transaction(parts.pool, snapshot, async (client) => {
    const projection = runnable(definition);
    const { name } = projection;
    const { rows } = await client.query<{ generation: number; checkpoint: string | null }>(
      'select generation, checkpoint from rm.projections where name = $1 and live',
      [name],
    );
    const [live] = rows;
    if (!live) throw new RangeError(`there is no read model ${name} yet`);
    const position = live.checkpoint ?? undefined;
    const skipped = await skippedBy(client, name);
    const expected = await foldedUpTo(parts, projection, position, skipped);
    const different = await differences(client, tableName(name, live.generation), expected);
    return { name, position, rows: expected.size, different };
  });

const foldedUpTo = async (
  { log, compare }: ProvingParts,
  projection: Runnable,
  position: Position | undefined,
  skipped: ReadonlySet<string>,
) => {
  const folded = new Map<string, Row>();
  if (position === undefined) return folded;
  for await (const batch of log.readAll(undefined)) {
    const events = batch.filter((event: Recorded) => compare(event.position, position) <= 0);
    const taken = events.filter(({ id }) => !skipped.has(id));
    const { changed, failure } = foldBatch(projection, (key) => folded.get(key), taken);
    if (failure) throw failure.error;
    for (const [key, row] of changed) {
      if (row) folded.set(key, row);
      else folded.delete(key);
    }
    if (events.length < batch.length) break;
  }
  return folded;
};

/** Rows of the fold that the table does not have just so, and rows of the table that the fold does not have at all. */
const differences = async (client: Queryable, table: string, expected: ReadonlyMap<string, Row>): Promise<number> => {
  let missing = 0;
  const entries = [...expected];
  for (let from = 0; from < entries.length; from += atOnce) {
    const rows = entries.slice(from, from + atOnce).map(([key, row]) => ({ key, ...row }));
    const found = await client.query<{ count: string }>(
      `select count(*) from (
         select * from json_populate_recordset(null::${table}, $1::json)
         except select * from ${table} where key = any($2)) as missing`,
      [jsonOf(rows), rows.map(({ key }) => key)],
    );
    missing += Number(found.rows[0]?.count ?? 0);
  }
  const all = await client.query<{ count: string }>(`select count(*) from ${table}`);
  return missing + Math.abs(Number(all.rows[0]?.count ?? 0) - expected.size);
};
