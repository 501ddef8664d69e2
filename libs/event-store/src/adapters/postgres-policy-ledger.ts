import type { Pool } from 'pg';
import type { Position } from '../event-store.js';
import type { Incident } from '../projection-runner.js';
import { WaitingBatch } from '../waiting-batch.js';
import { Overtaken } from './postgres-projection-registry.js';

export const progressChannel = 'es_policies';
/** Said there when an operator wants the parked events tried again. */
export const tryAgain = 'try again';

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

/** How far a policy has come. */
export type Moved = Readonly<{ name: string; from: Position | null; to: Position }>;

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

  /** @returns the names of those that were where this process left them, and have moved */
  async advance(pool: Pool, steps: readonly Moved[]): Promise<ReadonlySet<string>> {
    const { rows } = await pool.query<Readonly<{ name: string }>>({
      name: 'es.advance-policies',
      text: `with said as (select pg_notify('${progressChannel}', ''))
        update es.policy_checkpoints p set checkpoint = s.to, updated_at = now()
        from json_to_recordset($1::json) as s (name text, "from" text, "to" text), said
        where p.name = s.name and p.checkpoint is not distinct from s."from"
        returning p.name`,
      values: [JSON.stringify(steps)],
    });
    return new Set(rows.map(({ name }) => name));
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

/** Moves checkpoints: those that are to move while others are being written are written together. */
export class Advances {
  private readonly moving: WaitingBatch<string, boolean>;

  constructor(pool: Pool) {
    this.moving = new WaitingBatch(async (keys) => {
      const moved = await policyLedger.advance(pool, keys.map(stepIn));
      return (key) => moved.has(stepIn(key).name);
    });
  }

  /** @throws Overtaken when the policy is not where this process left it */
  async make(name: string, from: Position | undefined, to: Position): Promise<void> {
    if (!(await this.moving.get(JSON.stringify([name, from ?? null, to]))))
      throw new Overtaken(`another process has moved the policy ${name} on`);
  }
}

const stepIn = (key: string): Moved => {
  const [name, from, to] = JSON.parse(key) as [string, Position | null, Position]; // as `make` wrote it
  return { name, from, to };
};
