import type { Pool } from 'pg';
import type { Incident } from '../projection-runner.js';
import type { Queryable } from './postgres-projection-table.js';

export const registrySchema = `
create schema if not exists rm;
create table if not exists rm.projections (
  name text not null,
  generation integer not null,
  version integer not null,
  shape text not null,
  live boolean not null,
  checkpoint text,
  incident jsonb,
  updated_at timestamptz not null default now(),
  given_up_at timestamptz,
  primary key (name, generation)
) with (fillfactor = 50);
do $$ begin -- asked first, since altering locks the table also where there is nothing to alter
  if not exists (select from information_schema.columns
      where table_schema = 'rm' and table_name = 'projections' and column_name = 'given_up_at') then
    alter table rm.projections add column given_up_at timestamptz;
  end if;
end $$;
create unique index if not exists projections_one_live on rm.projections (name) where live;
`;

export const progressChannel = 'rm_projections';

export type RegistryRow = Readonly<{
  name: string;
  generation: number;
  version: number;
  shape: string;
  live: boolean;
  checkpoint: string | null;
  incident: Incident | null;
}>;

/** How far a generation has come. */
export type Step = Readonly<{
  name: string;
  generation: number;
  from: string | null;
  to: string | null;
  incident: Incident | null;
}>;

export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** What `rm.projections` says, and may be told. */
export const registry = {
  /** Notes when a name was first missed among those that are made, and forgets it of those that are made again. */
  async missed(db: Queryable | Pool, made: readonly string[]): Promise<void> {
    await db.query(
      `update rm.projections set given_up_at = case when name <> all($1) then now() end
       where (name <> all($1)) <> (given_up_at is not null)`,
      [made],
    );
  },

  async all(db: Queryable | Pool): Promise<readonly RegistryRow[]> {
    const { rows } = await db.query<RegistryRow>({
      name: 'rm.registry',
      text: 'select name, generation, version, shape, live, checkpoint, incident from rm.projections order by name, generation',
    });
    return rows;
  },

  /** Notes of a live generation that the one to come after it stopped at an event. */
  async stop(db: Queryable | Pool, name: string, incident: Incident): Promise<void> {
    await db.query('update rm.projections set incident = $2, updated_at = now() where name = $1 and live', [
      name,
      JSON.stringify(incident),
    ]);
  },

  /** @throws Overtaken when a generation is not where this process left it */
  async advance(db: Queryable, steps: readonly Step[], changed: readonly string[]): Promise<void> {
    const { rowCount } = await db.query({
      name: 'rm.advance',
      text: `with said as (select pg_notify('${progressChannel}', $2))
        update rm.projections p set checkpoint = s.to, incident = s.incident, updated_at = now()
        from json_to_recordset($1::json) as s (name text, generation integer, "from" text, "to" text, incident jsonb), said
        where p.name = s.name and p.generation = s.generation and p.checkpoint is not distinct from s."from"`,
      values: [JSON.stringify(steps), JSON.stringify({ names: changed, position: steps[0]?.to ?? '' })],
    });
    if (rowCount !== steps.length) throw new Overtaken('another process has moved these projections on');
  },
};
