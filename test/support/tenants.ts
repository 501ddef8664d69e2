import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPool } from '@app/event-store/adapters/pool';
import { openLog, readConfig } from '@app/platform';
import { Closing } from '../../apps/worker/src/closing.js';
import { startWorkerAlone } from '../../apps/worker/src/start.js';
import { startTestAlur } from './running-alur.js';

export type Tenant = Readonly<{ name: string; databaseUrl: string; settings: Readonly<Record<string, string>> }>;

const script = readFileSync(fileURLToPath(new URL('../../infra/postgres/tenant.sql', import.meta.url)), 'utf8');

/** Runs statements one by one, as psql does. */
export const runSql = async (connectionString: string, ...statements: readonly string[]): Promise<void> => {
  const pool = openPool({ connectionString, max: 1, name: 'spec' });
  try {
    for (const statement of statements) await pool.query(statement);
  } finally {
    await pool.end();
  }
};

/** A tenant on a PostgreSQL that others use as well, made by the script that the documentation names. */
export const makeTenant = async (server: string, government: string): Promise<Tenant> => {
  const [name, password] = [`${government}${randomBytes(4).toString('hex')}`, randomBytes(12).toString('hex')];
  const said = script
    .replace(/^--.*$/gm, '')
    .replaceAll(':"tenant"', `"${name}"`)
    .replaceAll(`:'password'`, `'${password}'`);
  await runSql(server, ...said.split(';').filter((statement) => statement.trim() !== ''));
  const url = new URL(server);
  [url.username, url.password, url.pathname] = [name, password, `/${name}`];
  const settings = {
    PROFILE: 'server',
    TENANT: name,
    DATABASE_URL: url.href,
    ALUR_MASTER_KEY: randomBytes(32).toString('hex'),
  };
  return { name, databaseUrl: url.href, settings };
};

export const dropTenant = (server: string, { name }: Tenant): Promise<void> =>
  runSql(server, `drop database if exists "${name}" with (force)`, `drop role if exists "${name}"`);

/** A tenant's api and worker, both in this process. */
export const openTenant = async (tenant: Tenant, more: Readonly<Record<string, string>> = {}) => {
  const settings = { ...tenant.settings, ...more };
  const alur = await startTestAlur(settings);
  const config = readConfig({ LOG_LEVEL: 'warn', STATUS_PORT: '0', ...settings }, {});
  const log = openLog(config.logLevel);
  const closing = new Closing((what, error) => log.error({ err: error }, `closing ${what} failed`));
  const said: string[] = [];
  await startWorkerAlone(config, { log, closing, say: (line) => said.push(line) });
  const status = /http:\/\/localhost:(\d+)/.exec(said.join())?.[1];
  const close = async () => {
    await Promise.all([alur.close(), closing.close()]);
  };
  return { url: alur.url, workerUrl: `http://127.0.0.1:${status}`, close };
};
