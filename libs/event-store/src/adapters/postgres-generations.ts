import type { Pool } from 'pg';
import type { Runnable } from '../projection-fold.js';
import { resolutionSchema, skippedBy } from './postgres-incidents.js';
import { registry, registrySchema } from './postgres-projection-registry.js';
import { requestSchema } from './postgres-projection-requests.js';
import type { Track } from './postgres-projection-step.js';
import {
  createIndexes,
  createTable,
  pointView,
  ProjectionTable,
  shapeOf,
  tableName,
  viewName,
} from './postgres-projection-table.js';
import { prepare } from './postgres-schema.js';
import { transaction } from './postgres-transaction.js';

/** How long a swap may wait for readers. */
const patience = `begin; set local lock_timeout = '2s'`;

/** The tables behind the views: their making, swapping and clearing away. Only the owner of the projections calls these. */
export class Generations {
  /** @param keptCharacters see `ProjectionTable` */
  constructor(
    private readonly pool: Pool,
    private readonly keptCharacters?: number,
  ) {}

  prepare(): Promise<void> {
    return prepare(this.pool, registrySchema + requestSchema + resolutionSchema);
  }

  /** Opens what there is and makes what there isn't. `outdated` are those whose live table was made by another version. */
  async open(definitions: readonly Runnable[]): Promise<Readonly<{ ready: readonly Track[]; outdated: readonly Runnable[] }>> {
    await this.pool.query('delete from rm.projections where not live');
    const made = definitions.map(({ name }) => name);
    await retire(this.pool, made);
    await this.collect();
    const rows = await registry.all(this.pool);
    const ready: Track[] = [];
    const outdated: Runnable[] = [];
    for (const definition of definitions) {
      const live = rows.find(({ name }) => name === definition.name);
      if (!live) ready.push(await this.make(definition));
      else if (live.version !== definition.version || live.shape !== shapeOf(definition)) outdated.push(definition);
      else
        ready.push({
          table: new ProjectionTable(definition, live.generation, this.keptCharacters),
          checkpoint: live.checkpoint ?? undefined,
          incident: live.incident ?? undefined,
          skipped: await skippedBy(this.pool, definition.name),
        });
    }
    return { ready, outdated };
  }

  /** A new generation beside the live one, empty; its indexes are made when it is full. */
  begin(definition: Runnable): Promise<Track> {
    return this.insert(definition, false);
  }

  async index({ table }: Track): Promise<void> {
    await this.pool.query(createIndexes(table.projection, table.generation));
  }

  async swap({ table }: Track): Promise<void> {
    const { projection, generation } = table;
    await transaction(this.pool, patience, async (client) => {
      await client.query(pointView(projection, generation));
      await client.query('delete from rm.projections where name = $1 and live', [projection.name]);
      await client.query('update rm.projections set live = true where name = $1 and generation = $2', [
        projection.name,
        generation,
      ]);
    });
    table.forget(); // the end of a whole history, which need not be what is asked for next
  }

  async abandon({ table }: Track): Promise<void> {
    const { projection, generation } = table;
    await this.pool.query('delete from rm.projections where name = $1 and generation = $2 and not live', [
      projection.name,
      generation,
    ]);
    await this.collect();
  }

  /** Drops the tables that no registry row speaks of. @throws what the first of them threw that could not be dropped */
  collect(): Promise<void> {
    return collect(this.pool);
  }

  private make(definition: Runnable): Promise<Track> {
    return this.insert(definition, true);
  }

  private async insert(definition: Runnable, live: boolean): Promise<Track> {
    const { name, version } = definition;
    const generation = await transaction(this.pool, patience, async (client) => {
      const { rows } = await client.query<{ next: number }>(
        'select coalesce(max(generation), 0) + 1 as next from rm.projections where name = $1',
        [name],
      );
      const next = rows[0]?.next ?? 1;
      await client.query(createTable(definition, next));
      if (live) await client.query(createIndexes(definition, next) + pointView(definition, next));
      await client.query('insert into rm.projections (name, generation, version, shape, live) values ($1, $2, $3, $4, $5)', [
        name,
        next,
        version,
        shapeOf(definition),
        live,
      ]);
      return next;
    });
    const skipped = await skippedBy(this.pool, name);
    return {
      table: new ProjectionTable(definition, generation, this.keptCharacters),
      checkpoint: undefined,
      incident: undefined,
      skipped,
    };
  }
}

/**
 * Drops the tables of read models that nobody reads any more: older generations, and those that no definition speaks of since a day.
 * @param made the names of the read models that there are
 * @returns the tables that still stand, because a reader is in the way or the day has not passed
 */
export const clearAway = async (pool: Pool, made: readonly string[]): Promise<readonly string[]> => {
  await retire(pool, made);
  await collect(pool).catch(() => undefined); // it stands among those returned
  return (await left(pool, made)).map(({ name, generation }) => tableName(name, generation));
};

/**
 * Lets go of what no definition speaks of any more, a day after it was first missed: a process of the version before may be
 * reading it. One that still makes it, so that it moves on, puts the day off.
 */
const retire = async (pool: Pool, made: readonly string[]): Promise<void> => {
  await registry.missed(pool, made);
  const { rows } = await pool.query<{ name: string }>(
    `select name from rm.projections
     where name <> all($1) and greatest(given_up_at, updated_at) < now() - interval '1 day'`,
    [made],
  );
  for (const { name } of rows)
    await transaction(pool, patience, async (client) => {
      await client.query(`drop view if exists ${viewName(name)}`);
      await client.query('delete from rm.projections where name = $1', [name]);
    }).catch(() => undefined); // a reader is in the way: the next time
};

type Left = Readonly<{ name: string; generation: number }>;

/** Tables without a registry row, or with one of a read model that is not made. */
const left = async (pool: Pool, made?: readonly string[]): Promise<readonly Left[]> => {
  const { rows } = await pool.query<Left>(
    `select m[1] as name, m[2]::integer as generation
     from pg_tables, regexp_match(tablename, '^(.+)__g(\\d+)$') as m
     where schemaname = 'rm' and m is not null
       and not exists (select from rm.projections p where p.name = m[1] and p.generation = m[2]::integer
         and ($1::text[] is null or p.name = any($1)))`,
    [made ?? null],
  );
  return rows;
};

/** One that a reader holds does not keep the others. */
const collect = async (pool: Pool): Promise<void> => {
  const failures: unknown[] = [];
  for (const { name, generation } of await left(pool))
    await transaction(pool, patience, (client) => client.query(`drop table if exists ${tableName(name, generation)}`)).catch(
      (error: unknown) => failures.push(error),
    );
  if (failures.length > 0) throw failures[0];
};
