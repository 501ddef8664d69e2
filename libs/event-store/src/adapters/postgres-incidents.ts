import type { Pool } from 'pg';
import { Incidents, NoIncident, type OpenIncident, type Resolution, type Resolved } from '../incidents.js';
import type { PolicyStatus } from '../policy.js';
import type { Incident, ProjectionRunner } from '../projection-runner.js';
import { policyLedger, policySchema, progressChannel, tryAgain } from './postgres-policy-ledger.js';
import type { Queryable } from './postgres-projection-table.js';
import { prepare } from './postgres-schema.js';
import { transaction } from './postgres-transaction.js';

/** The rules make the table one that is only added to; whoever may drop them may do anything. */
export const resolutionSchema = `
create schema if not exists es;
create table if not exists es.incident_resolutions (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('projection', 'policy')),
  name text not null,
  incident jsonb not null,
  choice text not null check (choice in ('retry', 'skip')),
  reason text not null,
  by text not null,
  at timestamptz not null default now()
);
create or replace rule never_changed as on update to es.incident_resolutions do instead nothing;
create or replace rule never_removed as on delete to es.incident_resolutions do instead nothing;
`;

/** The ids of the events that a projection goes without. */
export const skippedBy = async (db: Queryable | Pool, projection: string): Promise<ReadonlySet<string>> => {
  const { rows } = await db.query<{ id: string }>(
    `select incident->>'eventId' as id from es.incident_resolutions where kind = 'projection' and choice = 'skip' and name = $1`,
    [projection],
  );
  return new Set(rows.map(({ id }) => id));
};

/** Incidents of the read models and policies of one database. Any process may ask and choose; who has the duty carries it out. */
export const openPostgresIncidents = async (pool: Pool, projections: Pick<ProjectionRunner, 'retry'>): Promise<Incidents> => {
  await prepare(pool, resolutionSchema + policySchema);
  return new PostgresIncidents(pool, projections);
};

type Row = Readonly<{ kind: OpenIncident['kind']; name: string; incident: Incident }>;

const withId = ({ kind, name, incident }: Row): OpenIncident => ({
  id: `${kind}.${name}.${incident.eventId}`,
  kind,
  name,
  incident,
});

class PostgresIncidents extends Incidents {
  constructor(
    private readonly pool: Pool,
    private readonly projections: Pick<ProjectionRunner, 'retry'>,
  ) {
    super();
  }

  override async open(): Promise<readonly OpenIncident[]> {
    const { rows } = await this.pool.query<Row>(
      `select 'projection' as kind, name, incident, incident->>'at' as at from rm.projections where incident is not null and live
       union all
       select 'policy', name, incident, incident->>'at' from es.policy_incidents where resolved_at is null
       order by kind desc, name, at`,
    );
    return rows.map(withId);
  }

  override async policies(): Promise<readonly PolicyStatus[]> {
    const rows = await policyLedger.all(this.pool);
    return rows.map(({ name, checkpoint, parked }) => ({ name, checkpoint: checkpoint ?? undefined, parked }));
  }

  override async resolved(limit: number): Promise<readonly Resolved[]> {
    const { rows } = await this.pool.query<Row & Resolution & { at: string }>(
      'select kind, name, incident, choice, reason, by, at from es.incident_resolutions order by id desc limit $1',
      [limit],
    );
    return rows.map((row) => ({ ...withId(row), choice: row.choice, reason: row.reason, by: row.by, at: row.at }));
  }

  override async resolve(id: string, resolution: Resolution): Promise<void> {
    const found = (await this.open()).find((each) => each.id === id);
    if (!found) throw new NoIncident(id);
    const { kind, name, incident } = found;
    await transaction(this.pool, 'begin', async (client) => {
      const { choice, reason, by } = resolution;
      await client.query(
        'insert into es.incident_resolutions (kind, name, incident, choice, reason, by) values ($1, $2, $3, $4, $5, $6)',
        [kind, name, JSON.stringify(incident), choice, reason, by],
      );
      if (kind === 'projection') return;
      if (choice === 'retry') await client.query(`select pg_notify('${progressChannel}', '${tryAgain}')`);
      else
        await client.query(
          `update es.policy_incidents set resolved_at = now() where name = $1 and incident->>'eventId' = $2 and resolved_at is null`,
          [name, incident.eventId],
        );
    });
    if (kind === 'projection') await this.projections.retry(name);
  }
}
