import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { takeDataFolder } from './data-folder.js';
import { isAttached, isRunning } from './embedded-postgres/process-table.js';
import { addressOfRunning, type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('the embedded PostgreSQL', () => {
  let parent = '';
  let running: EmbeddedPostgres | undefined;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'alur-spec-')); // 0700: as root, nobody else may enter it
  });

  afterEach(async () => {
    await running?.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  const start = async (durable = false) => {
    const folder = join(parent, 'data');
    takeDataFolder(folder);
    running = await startEmbeddedPostgres({ folder, durable });
    return running;
  };

  it('keeps its data from one start to the next, on the port it had, in a folder closed to others', async () => {
    expect(statSync(parent).mode & 0o077).toBe(0);
    const first = await start(true);
    expect(await query(first.url, "select current_setting('fsync') as fsync, current_setting('is_superuser') as su")).toEqual([
      { fsync: 'on', su: 'on' },
    ]);
    await query(first.url, 'create table kept as select 1 as n');
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);
    const second = await start(true);
    expect(second.url).toBe(first.url);
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('adopts a server that outlived its Alur, and can stop it', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 1 as n');
    const second = await start();
    expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.stop();
    expect(isRunning(first.pid)).toBe(false);
  });

  it('recovers when the server died with its Alur', async () => {
    const first = await start(true);
    await query(first.url, 'create table kept as select 1 as n');
    process.kill(first.pid, 'SIGKILL');
    const second = await start(true);
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('does not begin beside what is left of a killed server', async () => {
    const first = await start(true);
    const [checkpointer] = await query(first.url, "select pid from pg_stat_activity where backend_type = 'checkpointer'");
    const child = Number(Object(checkpointer).pid);
    const memory =
      readFileSync(join(parent, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[6]?.trim().split(/\s+/)[1] ?? '';
    process.kill(child, 'SIGSTOP'); // as one that is slow to notice
    process.kill(first.pid, 'SIGKILL');
    const starting = start(true);
    expect(isAttached(memory)).toBe(true);
    process.kill(child, 'SIGCONT');
    await starting;
    expect(isRunning(child)).toBe(false);
    expect(isAttached(memory)).toBe(false);
  });

  it('is spoken with by its socket, also by who joins it, and over TCP where a path would be too long for one', async () => {
    const byWhat = 'select client_addr is null as socket from pg_stat_activity where pid = pg_backend_pid()';
    const first = await start();
    expect(await query(first.url, byWhat)).toEqual([{ socket: true }]);
    expect(addressOfRunning(join(parent, 'data'))).toBe(first.url);
    await first.stop();

    const folder = join(parent, 'a'.repeat(90));
    takeDataFolder(folder);
    running = await startEmbeddedPostgres({ folder, durable: false });
    expect(await query(running.url, byWhat)).toEqual([{ socket: false }]);
    expect(addressOfRunning(folder)).toBe(running.url);
  });

  it('starts where a killed one left its socket with the number of a process that is another by now', async () => {
    const first = await start(true);
    const { port } = new URL(first.url);
    process.kill(first.pid, 'SIGKILL');
    const lock = join(parent, 'data/postgres', `.s.PGSQL.${port}.lock`);
    const other = readFileSync(lock, 'utf8').replace(/^\d+/, String(process.pid));
    writeFileSync(lock, other);
    const second = await start(true);
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('starts in a folder that everybody may enter as well, and begins again where the first start was cut short', async () => {
    chmodSync(parent, 0o755);
    mkdirSync(join(parent, 'data', 'postgres.new'), { recursive: true });
    writeFileSync(join(parent, 'data', 'postgres.new', 'PG_VERSION'), '18\n');
    const { url } = await start();
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('lets nobody in without the generated password', async () => {
    const { url } = await start();
    const guess = new URL(url);
    guess.password = 'alur';
    await expect(query(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(parent, 'data', 'postgres.json')).mode & 0o777).toBe(0o600);
  });
});
