import pg from 'pg';

const { builtins } = pg.types;

/** Instants are read as ISO 8601 in UTC with milliseconds, days as YYYY-MM-DD, bigints as strings: what JSON can carry without loss. */
const parserOf = (oid: number, format?: 'text' | 'binary') => {
  if (format === 'binary') return pg.types.getTypeParser(oid, format);
  switch (oid) {
    case builtins.DATE:
    case builtins.INT8:
      return String;
    case builtins.TIMESTAMPTZ:
      return (text: string) => new Date(text).toISOString();
    default:
      return pg.types.getTypeParser(oid, 'text');
  }
};

/**
 * A pool of connections to Alur's database, set up the one way that all of Alur expects:
 * `search_path` is `rm, app, es`, the session's zone is UTC, and see `parserOf` for values.
 *
 * @param max how many connections at most; the sum over all pools stays well under the server's limit
 * @param name shows in `pg_stat_activity`
 */
export const openPool = ({
  connectionString,
  max,
  name,
}: Readonly<{ connectionString: string; max: number; name: string }>): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: `alur ${name}`,
    options: '-c search_path=rm,app,es,public -c TimeZone=UTC',
    keepAlive: true,
    types: { getTypeParser: parserOf },
  });
  pool.on('error', () => undefined); // an idle connection broke; the next query gets a new one or says so
  return pool;
};
