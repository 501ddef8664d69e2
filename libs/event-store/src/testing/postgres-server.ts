import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries, unprivilegedAccount } from './postgres-binaries.js';

export type Server = Readonly<{ connectionString: string; folder: string; stop: () => Promise<void> }>;

/**
 * Starts a throw-away PostgreSQL on a free port, in a temporary folder.
 *
 * It ends with this process, however that ends: a shell holds the other end of a pipe, stops the
 * server when the pipe closes and removes the folder. (Exit handlers don't run inside Jest.)
 * @param durable whether commits wait for the disk; specs don't need it, a bench does
 */
export const startServer = async ({ durable = false, settings = [] as readonly string[] } = {}): Promise<Server> => {
  const account = unprivilegedAccount();
  const { initdb, postgres } = await findBinaries(account);
  const folder = mkdtempSync(join(tmpdir(), `alur-postgres-${process.pid}-`));
  if (account) chownSync(folder, account.uid, account.gid);
  const password = randomBytes(12).toString('hex');
  const secret = join(folder, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (account) chownSync(secret, account.uid, account.gid);

  const data = join(folder, 'data');
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'alur', '-E', 'UTF8', '--locale=C', '-A', 'password', `--pwfile=${secret}`, '--no-sync'],
    {
      ...account,
      cwd: folder,
      encoding: 'utf8',
    },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);

  const port = await freePort();
  const options = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
    ...settings,
  ].flatMap((option) => ['-c', option]);
  const guardian = spawn('sh', ['-c', guard, 'sh', folder, postgres, '-D', data, ...options], {
    ...account,
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guardian.unref();
  const connectionString = `postgres://alur:${password}@127.0.0.1:${port}/postgres`;
  await answering(connectionString, guardian, join(folder, 'log'));
  return { connectionString, folder, stop: () => stopped(guardian, folder) };
};

// Ctrl-C reaches the whole group: the shell ignores it and waits for the pipe.
const guard = `trap '' INT TERM HUP
folder=$1; shift
"$@" >"$folder/log" 2>&1 </dev/null &
server=$!
cat >/dev/null
kill -QUIT $server
wait $server
cd / && rm -rf "$folder"`;

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });

const answering = async (connectionString: string, guardian: ChildProcess, log: string) => {
  for (let tries = 0; tries < 200; tries += 1) {
    const client = new pg.Client({ connectionString });
    client.on('error', () => undefined); // said by the awaited call as well
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      if (guardian.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  throw new Error(`PostgreSQL did not start: ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
};

const stopped = async (guardian: ChildProcess, folder: string) => {
  if (guardian.exitCode === null) {
    const exit = new Promise((resolve) => guardian.once('exit', resolve));
    guardian.ref();
    guardian.stdin?.end();
    await exit;
  }
  rmSync(folder, { recursive: true, force: true });
};
