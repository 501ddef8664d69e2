import type { Config } from '@app/platform';
import { type EventStore, ofTenant, StoreUnavailable } from '@app/event-store';
import { openEventStoreDb } from '@app/event-store/adapters/eventstoredb';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';

/**
 * Opens the log of events: an EventStoreDB where `EVENTSTORE_URL` names one, else the database.
 *
 * How far each read model and each reaction has come is kept in the database, in positions of the log. So a database says
 * whose positions these are, and is not opened with another log.
 * @throws Error in words for an operator, where the log does not answer or is another one than the database's
 */
export const openEventLog = async (config: Config, connectionString: string): Promise<EventStore> => {
  const { tenant } = config;
  const url = config.profile === 'embedded' ? undefined : config.eventStoreUrl;
  await claimPositions(connectionString, url === undefined ? 'postgresql' : 'eventstoredb');
  // The database is this tenant's alone; where a log is shared, reading it has to be narrowed as well.
  if (url === undefined) return ofTenant(await openPostgresEventStore({ connectionString }), tenant, { alone: true });
  const store = openEventStoreDb({ connectionString: url, streamPrefix: `${tenant}.` });
  try {
    await refuseAnother(connectionString, store);
    return ofTenant(store, tenant);
  } catch (error) {
    await store.close();
    if (!(error instanceof StoreUnavailable)) throw error;
    throw new Error(`The event store of EVENTSTORE_URL (${hostsIn(url)}) does not answer.`, { cause: error });
  }
};

/** A log that ends before what was read of it is another one, or was put back to an earlier state: going on would skip events. */
const refuseAnother = async (connectionString: string, store: EventStore): Promise<void> => {
  const pool = openPool({ connectionString, max: 1, name: 'event-log' });
  try {
    const { rows: tables } = await pool.query<{ read: string | null }>(
      `select to_regclass('es.policy_checkpoints')::text as read`,
    );
    if (!tables[0]?.read) return;
    const { rows } = await pool.query<{ checkpoint: string }>(
      'select distinct checkpoint from es.policy_checkpoints where checkpoint is not null',
    );
    const head = await store.head(); // after what was read, which others move on meanwhile
    if (rows.some(({ checkpoint }) => head === undefined || store.compare(checkpoint, head) > 0))
      throw new Error(
        'EVENTSTORE_URL names an event store that ends before what this database has read already: it is another one, or was ' +
          'restored from an older backup than the database. Set it to the one it was, or restore both to the same moment.',
      );
  } finally {
    await pool.end();
  }
};

/** Without the password that may stand before them. */
const hostsIn = (url: string): string => /^[^:]+:\/\/(?:[^@/]*@)?([^/?]+)/.exec(url)?.[1] ?? 'unreadable';

type Log = 'postgresql' | 'eventstoredb';

/** Writes down at the first opening whose positions the database holds. One from before that holds those of its own log. */
const claimPositions = async (connectionString: string, log: Log): Promise<void> => {
  const pool = openPool({ connectionString, max: 1, name: 'event-log' });
  try {
    await pool.query(
      `do $$ begin
         perform pg_advisory_xact_lock(hashtext('alur event log'));
         create schema if not exists app;
         create table if not exists app.event_log (one boolean primary key default true check (one), name text not null);
         if to_regclass('es.events') is not null then
           insert into app.event_log (name) select 'postgresql' from es.events limit 1 on conflict do nothing;
         end if;
       end $$`,
    );
    await pool.query('insert into app.event_log (name) values ($1) on conflict do nothing', [log]);
    const { rows } = await pool.query<{ name: string }>('select name from app.event_log');
    if (rows[0]?.name !== log) throw new Error(refusals[log]);
  } finally {
    await pool.end();
  }
};

const refusals: Readonly<Record<Log, string>> = {
  eventstoredb:
    'The events of this database lie in the database itself, and EVENTSTORE_URL names another place. ' +
    'Move them there first, and then the database (`alur events switch`; docs/moving-house.md), or take a new database.',
  postgresql:
    'The events of this database lie in an EventStoreDB, and EVENTSTORE_URL is not set. Set it to the same event store again.',
};
