import { type Config, type Log, masterKeyOf } from '@app/platform';
import { isDataFolderTaken, takeDataFolder } from '@app/platform/adapters/data-folder';
import { addressOfRunning, startEmbeddedPostgres } from '@app/platform/adapters/embedded-postgres';
import { type Loaded, publishDefinitions, publishInForce, type Reader } from '@app/domain/definitions';
import { commonFields, personalFields, upcasters } from '@app/domain/policies';
import { Codec, type EventStore, type KeyVault, openTransactor, SharedLog, type Transactor } from '@app/event-store';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresKeyVault } from '@app/event-store/adapters/postgres-keys';
import { BusinessClock, followClock } from '@app/scheduling';
import type { AuthorityMatrix, Calendar } from '@app/workflow';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Closing } from './closing.js';
import { openEventLog } from './event-log.js';
import { Forgetting } from './forgetting.js';
import { readDefinitionsFolder } from './definitions-folder.js';
import { claimDatabase } from './tenancy.js';

/** What every process of Alur stands on. Chosen here, and nowhere else. */
export type Foundation = Readonly<{
  config: Config;
  log: Log;
  /** Of the database, for what makes connections of its own. */
  connectionString: string;
  store: EventStore;
  vault: KeyVault;
  codec: Codec;
  /** One live reading of the log for all of this process's readers. */
  sharedLog: SharedLog;
  transactor: Transactor & Readonly<{ forgetStates: () => void }>;
  /** What happens here when somebody is forgotten. */
  forgetting: Forgetting;
  clock: BusinessClock;
  calendar: Calendar;
  /** Who may do what by which law. */
  authority: AuthorityMatrix;
  /** Every definition that came with the program. What is in force, the domain's `definitions` know. */
  definitions: readonly Loaded[];
  /** Checks a definition as a boot does. */
  reader: Reader;
  /** The pool of queries, for adapters that take one. */
  pool: Pool;
  /** The same pool for queries: `db.withTables<StaffingTables>()`. */
  db: Kysely<object>;
  /** Lets go of everything, the database last. */
  closing: Closing;
}>;

/** The stream in which the demo's clock is moved. */
export const clockStream = (tenant: string): string => `${tenant}.clock`;

export type FoundationOptions = Readonly<{
  /** Joins the embedded database of an Alur that is running, instead of asking for the data folder alone. */
  guest?: boolean;
  /** How many folded streams are kept in memory, where it is not for `Transactor` to say. */
  cached?: number;
}>;

/**
 * Opens the database (starts it, where it is embedded), the log, the keys and the clock, and publishes the definitions.
 * @param closing takes what has to be closed, also when this fails half way
 * @throws Error in words for an operator
 */
export const openFoundation = async (
  config: Config,
  log: Log,
  closing: Closing,
  { guest = false, cached }: FoundationOptions = {},
): Promise<Foundation> => {
  const connectionString = await openDatabase(config, log, closing, { guest });

  await claimDatabase(connectionString, config.tenant);
  const store = await openEventLog(config, connectionString);
  closing.add('the log', () => store.close());
  const pool = openPool({ connectionString, max: 8, name: 'queries' });
  closing.add('the queries', () => pool.end());
  const vault = await openPostgresKeyVault(pool, masterKeyOf(config));
  const codec = new Codec(vault, { upcasters, personalFields, commonFields });
  const transactor = openTransactor({ store, codec, ...(cached !== undefined && { cached }) });
  const forgetting = new Forgetting(vault);
  forgetting.remembers(() => transactor.forgetStates());
  const sharedLog = new SharedLog(store, codec, forgetting.learn);
  closing.add('the reading of the log', () => sharedLog.close());

  const { calendar, authority, definitions, reader } = await readDefinitionsFolder();
  const clock = new BusinessClock(calendar.zone);
  const follower = await followClock(store, clockStream(config.tenant), clock, (error) =>
    log.error({ err: error }, 'the clock is no longer followed'),
  );
  closing.add('the clock', () => follower.close());
  const forgets = await forgetting.follow(store, (error) =>
    log.error({ err: error }, 'who was forgotten is not followed; it is tried again'),
  );
  closing.add('the forgetting', () => forgets.close());
  await publishDefinitions(transactor, config.tenant, definitions, clock.now());
  await publishInForce(transactor, config.tenant, { calendar, authority }, clock.now());

  const db = new Kysely<object>({ dialect: new PostgresDialect({ pool }) });
  return {
    config,
    log,
    connectionString,
    store,
    vault,
    codec,
    sharedLog,
    transactor,
    forgetting,
    clock,
    calendar,
    authority,
    definitions,
    reader,
    pool,
    db,
    closing,
  };
};

/** The database alone, started where it is embedded: for work on it as it lies there. See `openFoundation` for the parameters. */
export const openDatabase = async (config: Config, log: Log, closing: Closing, options: Joining = {}): Promise<string> =>
  config.profile === 'embedded' ? embedded(config.dataDir, log, closing, options) : config.databaseUrl;

type Joining = Readonly<{
  guest?: boolean;
  /** See `takeDataFolder`. */
  restoring?: boolean;
}>;

const embedded = async (
  dataDir: string,
  log: Log,
  closing: Closing,
  { guest = false, restoring = false }: Joining,
): Promise<string> => {
  if (guest && isDataFolderTaken(dataDir)) return addressOfRunning(dataDir);
  const folder = takeDataFolder(dataDir, { restoring });
  closing.add('the data folder', folder.release);
  const postgres = await startEmbeddedPostgres({ folder: folder.path });
  closing.add('PostgreSQL', () => postgres.stop());
  log.info({ pid: postgres.pid, adopted: postgres.adopted }, 'PostgreSQL is up');
  return postgres.url;
};
