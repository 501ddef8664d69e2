import type { Pool } from 'pg';
import type { Position } from '../event-store.js';
import type { Incident } from '../projection-runner.js';
import { Overtaken } from './postgres-projection-registry.js';

export const progressChannel = 'es_policies';

export const policySchema = `
create schema if not exists es;
create table if not exists es.policy_checkpoints (
  name text primary key,
  checkpoint text,
  updated_at timestamptz not null default now()
) with (fillfactor = 50);
create table if not exists es.policy_incidents (
  id bigint generated always as identity primary key,
  name text not null,
  stream text not null,
  revision bigint not null,
  incident jsonb not null,
  resolved_at timestamptz,
  unique (name, stream, revision)
);
`;

type Standing = Readonly<{ name: string; checkpoint: Position | null; parked: number }>;

/** What the tables of the policies say, and may be told. */
export const policyLedger = {
  async all(pool: Pool): Promise<readonly Standing[]> {
    const { rows } = await pool.query<Standing>(
      `select c.name, c.checkpoint,
         (select count(*)::integer from es.policy_incidents i where i.name = c.name and i.resolved_at is null) as parked
       from es.policy_checkpoints c`,
    );
    return rows;
  },

  async register(pool: Pool, name: string, checkpoint: Position | undefined): Promise<void> {
    await pool.query('insert into es.policy_checkpoints (name, checkpoint) values ($1, $2) on conflict do nothing', [
      name,
      checkpoint ?? null,
    ]);
  },

  /** @throws Overtaken when the policy is not where this process left it */
  async advance(pool: Pool, name: string, from: Position | undefined, to: Position): Promise<void> {
    const { rowCount } = await pool.query({
      name: 'es.advance-policy',
      text: `with said as (select pg_notify('${progressChannel}', ''))
        update es.policy_checkpoints set checkpoint = $3, updated_at = now() from said
        where name = $1 and checkpoint is not distinct from $2`,
      values: [name, from ?? null, to],
    });
    if (rowCount !== 1) throw new Overtaken(`another process has moved the policy ${name} on`);
  },

  async park(pool: Pool, name: string, stream: string, revision: bigint, incident: Incident): Promise<void> {
    await pool.query(
      `insert into es.policy_incidents (name, stream, revision, incident) values ($1, $2, $3, $4)
       on conflict (name, stream, revision) do update set incident = excluded.incident, resolved_at = null`,
      [name, stream, String(revision), JSON.stringify(incident)],
    );
  },

  async parked(pool: Pool): Promise<readonly Readonly<{ id: string; name: string; stream: string; revision: string }>[]> {
    const { rows } = await pool.query<{ id: string; name: string; stream: string; revision: string }>(
      'select id, name, stream, revision from es.policy_incidents where resolved_at is null order by id',
    );
    return rows;
  },

  async resolve(pool: Pool, id: string): Promise<void> {
    await pool.query('update es.policy_incidents set resolved_at = now() where id = $1', [id]);
  },
};
