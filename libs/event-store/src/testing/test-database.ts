import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startServer } from './postgres-server.js';

export type TestDatabase = Readonly<{ connectionString: string; close: () => Promise<void> }>;

/**
 * A fresh, empty database for one suite. `close` drops it.
 *
 * The server is the one at TEST_DATABASE_URL if that is set, else an embedded PostgreSQL that is started
 * by the first suite of a test worker, shared by its other suites, and gone when the worker ends.
 */
export const testDatabase = async (): Promise<TestDatabase> => {
  const server = process.env['TEST_DATABASE_URL'] ?? (await workerServer()); // eslint-disable-line no-restricted-syntax -- specs have no config.ts
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { connectionString: url.href, close: () => run(server, `drop database if exists ${name} with (force)`) };
};

/** Jest gives each suite its own modules and its own `process`, so the address is handed on by a file. */
const workerServer = async (): Promise<string> => {
  for (const folder of readdirSync(tmpdir()).filter((name) => name.startsWith(`alur-postgres-${process.pid}-`))) {
    const note = join(tmpdir(), folder, 'address');
    const address = existsSync(note) ? readFileSync(note, 'utf8') : undefined;
    if (address && (await isAlive(address))) return address;
  }
  const { connectionString, folder } = await startServer();
  writeFileSync(join(folder, 'address'), connectionString, { mode: 0o600 });
  return connectionString;
};

const isAlive = (server: string) =>
  run(server, 'select 1').then(
    () => true,
    () => false,
  );

const run = async (connectionString: string, sql: string) => {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined); // said by the awaited call as well
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};
