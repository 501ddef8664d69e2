import pg from 'pg';

const { DATE, INT8, TIMESTAMPTZ } = pg.types.builtins;

/** Instants are read as ISO 8601 in UTC with milliseconds, days as YYYY-MM-DD, bigints as strings: what JSON can carry without loss. */
const own = new Map<number, (text: string) => string>([
  [DATE, (text) => text],
  [INT8, (text) => text],
  [TIMESTAMPTZ, (text) => new Date(text).toISOString()],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : own.get(oid)) ??
    (pg.types.getTypeParser(oid, format ?? 'text') as (value: string) => unknown),
};

/**
 * A pool of connections to Alur's database, set up the one way that all of Alur expects:
 * `search_path` is `rm, app, es`, the session's zone is UTC, and see `own` for values.
 *
 * @param max how many connections at most; the sum over all pools stays well under the server's limit
 * @param name shows in `pg_stat_activity`
 * @param replans a prepared statement is planned for each use: for tables that grow from nothing under it, where the plan that was
 * right at first reads the whole table for ever
 */
export const openPool = ({
  connectionString,
  max,
  name,
  replans = false,
}: Readonly<{ connectionString: string; max: number; name: string; replans?: boolean }>): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: `alur ${name}`,
    options: `-c search_path=rm,app,es,public -c TimeZone=UTC${replans ? ' -c plan_cache_mode=force_custom_plan' : ''}`,
    keepAlive: true,
    types,
  });
  pool.on('error', () => undefined); // an idle connection broke; the next query gets a new one or says so
  // One that breaks in somebody's hands says so to the query under way; with nobody to hear it, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
