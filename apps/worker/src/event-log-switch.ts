import { setTimeout as pause } from 'node:timers/promises';
import { type EventStore, LogsDiffer, sameLog } from '@app/event-store';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import type { Pool } from 'pg';

type Switch = Readonly<{
  connectionString: string;
  tenant: string;
  /** Holds the database's events already, in their order: `alur events import` filled it. */
  to: EventStore;
  tell?: (events: number) => void;
}>;

/**
 * Makes a database that holds its events itself one whose events lie in another store, while nobody is connected to it.
 * Accounts, keys, papers, mail and what operators chose stay as they are; each reaction goes on where it was; read models are
 * to be made again. The old events stay where they are, and are not looked at any more.
 *
 * All of it is one transaction. Nothing is changed where the two logs differ, somebody is connected, or something waits for an operator.
 * @returns how many events are the same
 * @throws Error in words for an operator
 */
export const switchEventLog = async ({ connectionString, tenant, to, tell }: Switch): Promise<number> => {
  const pool = openPool({ connectionString, max: 1, name: 'switch' });
  try {
    await refuseUnfit(pool);
    const checkpoints = await checkpointsIn(pool);
    const from = await openPostgresEventStore({ connectionString });
    const wanted = new Set(checkpoints.values());
    const found = await sameLog([from, to], tenant, { wanted, ...(tell && { tell }) })
      .catch((error: unknown) => {
        throw error instanceof LogsDiffer ? new Error(inWords(error), { cause: error }) : error;
      })
      .finally(() => from.close());
    await alone(pool);
    const moved = [...checkpoints].map(([name, before]) => ({ name, before, after: found.positions.get(before) }));
    const lost = moved.find(({ after }) => after === undefined);
    if (lost) throw new Error(`The reaction ${lost.name} has come to ${lost.before}, where no event of ${tenant} stands.`);
    await pool.query('begin');
    try {
      await pool.query('lock table app.event_log'); // who starts now waits to hear which log it is
      const { rows } = await pool.query<{ position: string }>('select position from es.log_head for update');
      const count = await pool.query<{ events: string }>('select count(*) as events from es.events');
      if (Number(count.rows[0]?.events) !== found.events)
        throw new Error(`Events were written meanwhile (the log is at ${rows[0]?.position}). Export and import again.`);
      for (const { name, after } of moved)
        await pool.query('update es.policy_checkpoints set checkpoint = $2, updated_at = now() where name = $1', [name, after]);
      await pool.query('drop schema if exists rm cascade');
      await pool.query(`update app.event_log set name = 'eventstoredb'`);
      await alone(pool);
      await pool.query('commit');
    } catch (error) {
      await pool.query('rollback');
      throw error;
    }
    return found.events;
  } finally {
    await pool.end();
  }
};

const refuseUnfit = async (pool: Pool): Promise<void> => {
  const { rows } = await pool.query<{ log: string | null; policies: string | null }>(
    `select to_regclass('app.event_log')::text as log, to_regclass('es.policy_incidents')::text as policies`,
  );
  if (!rows[0]?.log || !rows[0].policies)
    throw new Error('This is not the database of an Alur that has run: there is nothing to switch.');
  const { rows: named } = await pool.query<{ name: string }>('select name from app.event_log');
  if (named[0]?.name !== 'postgresql') throw new Error('The events of this database lie in an EventStoreDB already.');
  await alone(pool);
  const { rows: parked } = await pool.query('select from es.policy_incidents where resolved_at is null');
  if (parked.length > 0)
    throw new Error(`${parked.length} events wait for somebody's choice (alur policies): settle them first, while Alur runs.`);
};

/** How long a connection that was let go of may still be listed. */
const goneWithinMs = 3_000;

/** The pool has one connection, which is the one that asks. */
const alone = async (pool: Pool): Promise<void> => {
  for (let waited = 0; ; waited += 100) {
    const { rows } = await pool.query<{ name: string }>(
      `select coalesce(nullif(application_name, ''), 'unnamed') as name from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    if (rows.length === 0) return;
    const names = [...new Set(rows.map(({ name }) => name))].join(', ');
    if (waited >= goneWithinMs)
      throw new Error(`Somebody is connected to the database (${names}): stop every api, worker and command first.`);
    await pause(100);
  }
};

const checkpointsIn = async (pool: Pool): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await pool.query<{ name: string; checkpoint: string }>(
    'select name, checkpoint from es.policy_checkpoints where checkpoint is not null',
  );
  return new Map(rows.map(({ name, checkpoint }) => [name, checkpoint]));
};

const inWords = ({ after, stream, revision, why }: LogsDiffer): string =>
  ({
    missing: `The other store ends after ${after} events, before ${stream} at ${revision}: export and import again.`,
    unexpected: `The other store has more than the database, from ${stream} at ${revision} on: it was written to already, so this database cannot go on with it.`,
    other: `The two logs part after ${after} events, at ${stream} ${revision}: the other store holds another history, or another order. Import into an empty store.`,
  })[why];
