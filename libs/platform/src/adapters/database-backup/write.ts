import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { backupFormat, type BackupHeader } from './form.js';
import { tablePlans } from './tables.js';

export type BackupOptions = Readonly<{
  connectionString: string;
  path: string;
  about: Pick<BackupHeader, 'version' | 'tenant' | 'at' | 'masterKey' | 'masterKeyCheck'>;
  tell?: (rows: number) => void;
}>;

export type BackedUp = Readonly<{ position: string; tables: number; rows: number }>;

/**
 * Writes all that is kept as of one moment, while whoever works with it goes on.
 *
 * The file is there when it is whole and on the disk, and not before.
 */
export const writeBackup = async ({ connectionString, path, about, tell }: BackupOptions): Promise<BackedUp> => {
  const client = new pg.Client({ connectionString, application_name: 'alur backup' });
  client.on('error', () => undefined); // told by the query that is waiting
  await client.connect();
  const partial = `${path}.${process.pid}.partial`;
  const done = { position: '0', tables: 0, rows: 0 };
  try {
    const text = Readable.from(linesOf(client, about, done, tell), { objectMode: false, highWaterMark: 1 << 16 });
    await pipeline(text, createGzip({ level: 3 }), createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }));
    await rename(partial, path);
    const folder = await open(dirname(path), 'r');
    await folder.sync().finally(() => folder.close());
    return done;
  } finally {
    await rm(partial, { force: true });
    await client.end();
  }
};

async function* linesOf(
  client: pg.Client,
  about: BackupOptions['about'],
  done: { position: string; tables: number; rows: number },
  tell: BackupOptions['tell'],
): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  const summed = (bytes: Buffer): Buffer => (sum.update(bytes), bytes);
  const line = (value: object): Buffer => summed(Buffer.from(`${JSON.stringify(value)}\n`));

  await client.query('begin isolation level repeatable read read only');
  const tables = await tablePlans(client);
  const { rows: heads } = await client.query<{ position: string }>('select position::text from es.log_head');
  done.position = heads[0]?.position ?? '0';
  const header: BackupHeader = { alur: 'backup', format: backupFormat, ...about, position: done.position, tables: [...tables] };
  yield line(header);
  for (const { name, columns } of tables) {
    yield line({ table: name });
    const rows = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`));
    for await (const chunk of rows) yield summed(chunk as Buffer); // what COPY gives
    yield summed(Buffer.from('\\.\n'));
    yield line({ rows: rows.rowCount });
    done.tables += 1;
    done.rows += rows.rowCount;
    tell?.(done.rows);
  }
  await client.query('commit');
  yield Buffer.from(`${JSON.stringify({ end: true, sha256: sum.digest('hex') })}\n`);
}
