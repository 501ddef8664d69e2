import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BadBackup, type BackupHeader, headerIn, linesIn } from './form.js';
import { keptSchemas, type TablePlan } from './tables.js';

export type RestoreOptions = Readonly<{
  connectionString: string;
  path: string;
  /** What is there is from a restore that did not come to its end, and goes. */
  again?: boolean;
  tell?: (rows: number) => void;
}>;

/**
 * Fills an empty database from a backup that `checkBackup` found good: all of it, or nothing.
 * @throws Error when the database is not empty
 */
export const restoreBackup = async ({ connectionString, path, again = false, tell }: RestoreOptions): Promise<BackupHeader> => {
  const client = new pg.Client({ connectionString, application_name: 'alur restore' });
  client.on('error', () => undefined); // told by the query that is waiting
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('alur schema'))`);
    if (again) await client.query(`drop schema if exists ${keptSchemas.join(', ')} cascade`);
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1)`,
      [[...keptSchemas, 'rm']],
    );
    if ((rows[0]?.n ?? 0) > 0) throw new Error('This database is not empty. A backup is restored into an empty one.');
    const lines = linesIn(path);
    const header = await load(client, lines, tell).finally(() => lines.return(undefined));
    await client.query('commit');
    await client.query('analyze');
    return header;
  } finally {
    await client.end(); // what was not committed is gone with it
  }
};

const load = async (client: pg.Client, lines: AsyncGenerator<Buffer>, tell: RestoreOptions['tell']): Promise<BackupHeader> => {
  const first = await lines.next();
  const header = headerIn(first.done ? undefined : first.value);
  for (const schema of keptSchemas) await client.query(`create schema if not exists ${schema}`);
  for (const { name, definitions } of header.tables) await client.query(`create table ${name} (${definitions.join(', ')})`);
  let rows = 0;
  for (const table of header.tables) {
    await lines.next(); // {"table":…}
    const filled = await fill(client, table, lines);
    const said = String((await lines.next()).value);
    if (said !== JSON.stringify({ rows: filled })) throw new BadBackup(`${table.name} got ${filled} rows and not ${said}.`);
    tell?.((rows += filled));
  }
  await hold(client, header.tables);
  return header;
};

const pieceBytes = 1 << 16;

const fill = async (client: pg.Client, { name, columns }: TablePlan, lines: AsyncGenerator<Buffer>): Promise<number> => {
  const rows = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`));
  const failed = new Promise<never>((_, reject) => rows.once('error', reject));
  failed.catch(() => undefined); // told where it is waited for
  let piece: Buffer[] = [];
  let bytes = 0;
  const flush = async () => {
    const full = !rows.write(Buffer.concat(piece));
    [piece, bytes] = [[], 0];
    if (full) await Promise.race([new Promise<void>((resolve) => rows.once('drain', resolve)), failed]);
  };
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    if (line.value.length === 2 && line.value.toString('latin1') === '\\.') break;
    piece.push(line.value, lineFeed);
    bytes += line.value.length + 1;
    if (bytes >= pieceBytes) await flush();
  }
  if (bytes > 0) await flush();
  const finished = new Promise<void>((resolve) => rows.once('finish', resolve));
  rows.end();
  await Promise.race([finished, failed]);
  return rows.rowCount;
};

const lineFeed = Buffer.from('\n');

/** Keys, checks, references and indexes, and where the counting of identities goes on. */
const hold = async (client: pg.Client, tables: readonly TablePlan[]): Promise<void> => {
  for (const references of [false, true])
    for (const { name, constraints } of tables)
      for (const { definition, isReference } of constraints)
        if (isReference === references) await client.query(`alter table ${name} add ${definition}`);
  for (const { indexes } of tables) for (const index of indexes) await client.query(index);
  for (const { name, identities } of tables)
    for (const column of identities)
      await client.query(
        `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${pg.escapeIdentifier(column)}), 0) + 1, false) from ${name}`,
        [name, column],
      );
};
