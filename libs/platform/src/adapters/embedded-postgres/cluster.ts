import { type ChildProcess, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Account, canEnter, serverAccount } from './account.js';
import { type Binaries, binariesFor } from './binaries.js';

/** One data folder of PostgreSQL, the programs that serve it, and as whom. */
export type Cluster = Readonly<{
  folder: string;
  log: string;
  binaries: Binaries;
  account: Account | undefined;
  durable: boolean;
}>;

/** Where the cluster of a data folder lies. */
export const clusterFolder = (dataFolder: string): string => join(dataFolder, 'postgres');

/**
 * Names the cluster of a data folder.
 * @param durable false saves waiting for the disk, for specs
 */
export const clusterIn = (dataFolder: string, durable: boolean): Cluster => {
  const folder = clusterFolder(dataFolder);
  const account = serverAccount(existsSync(folder) ? statSync(folder) : undefined);
  return { folder, log: join(dataFolder, 'postgres.log'), binaries: binariesFor(account), account, durable };
};

/** Whether there is a whole cluster: it gets its name only when initdb has finished. */
export const isInitialised = ({ folder }: Cluster) => existsSync(folder);

/** @throws Error when the folder was made by another major version */
export const checkVersion = ({ folder, binaries }: Cluster) => {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== binaries.major) {
    throw new Error(
      `${folder} was made by PostgreSQL ${version}, and this is ${binaries.major}. Dump it with the old Alur and restore it.`,
    );
  }
};

/** Runs initdb beside the cluster's place and moves the result there; `recordPassword` is called just before. */
export const initialise = async (whole: Cluster, user: string, password: string, recordPassword: () => void): Promise<void> => {
  const cluster = { ...whole, folder: `${whole.folder}.new` };
  const { folder, account, durable, binaries } = cluster;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  const secrets = mkdtempSync(join(tmpdir(), 'alur-'));
  const passwordFile = join(secrets, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [folder, secrets, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    const child = run(cluster, binaries.initdb, [
      ...[
        '-D',
        pathOf(cluster),
        '-U',
        user,
        '-E',
        'UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--lc-collate=C',
        '--lc-ctype=C',
      ],
      ...[
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--data-checksums',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
    ]);
    const code = await exitOf(child);
    if (code !== 0) throw new Error(`initdb failed: ${tailOf(cluster.log)}`);
    recordPassword();
    renameSync(folder, whole.folder);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
};

/** Spawns the server in a session of its own, so that Ctrl-C reaches us first and we stop it when we have drained. */
export const spawnServer = (cluster: Cluster, port: number): ChildProcess => {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // In its own folder, which is closed to others. Without a path, so that its length is no matter to the server.
    unix_socket_directories: process.platform === 'win32' ? '' : '.',
    max_connections: '60',
    shared_buffers: '256MB',
    wal_compression: 'on',
    max_wal_size: '2GB',
    checkpoint_completion_target: '0.9',
    random_page_cost: '1.1',
    jit: 'off',
    cluster_name: 'alur',
    log_timezone: 'UTC',
    timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    ...(cluster.durable ? {} : { fsync: 'off', full_page_writes: 'off', shared_buffers: '64MB' }),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = run(cluster, cluster.binaries.postgres, ['-D', pathOf(cluster), ...options]);
  child.unref();
  return child;
};

/** What a path of a socket may be long, in bytes: 104 of a BSD's or macOS's, 108 of Linux's, with the NUL at its end. */
const longestPath = 103;

/** The folder of the server's socket, for a client: `undefined` where there is none, or its path is too long for one. */
export const socketFolder = ({ folder }: Pick<Cluster, 'folder'>, port: number): string | undefined => {
  const path = join(resolve(folder), `.s.PGSQL.${port}`);
  return Buffer.byteLength(path) <= longestPath && existsSync(path) ? dirname(path) : undefined;
};

/** Takes away what a server that is gone left of its socket: its note may name a process that is another by now. */
export const clearSockets = ({ folder }: Pick<Cluster, 'folder'>): void => {
  for (const name of readdirSync(folder)) if (name.startsWith('.s.PGSQL.')) rmSync(join(folder, name), { force: true });
};

/** The last lines of the server's log, for a message that helps. */
export const tailOf = (log: string): string =>
  existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : '(no log)';

const run = ({ folder, log, account }: Cluster, program: string, args: readonly string[]): ChildProcess => {
  const output = openSync(log, 'a', 0o600);
  try {
    // The working directory is entered before the account changes: see pathOf.
    const child = spawn(program, args, {
      ...account,
      cwd: folder,
      detached: true,
      stdio: ['ignore', output, output],
      env: environment(),
    });
    child.on('error', () => undefined); // told by the exit code, which is then null
    return child;
  } finally {
    closeSync(output);
  }
};

const environment = () => ({ PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' });

/**
 * How the server names its folder. Where it may not walk there by path (root's project below a folder that is closed to
 * others), Linux lets it name the working directory that it was born in; everything then stays in the data folder.
 */
const pathOf = ({ folder, account }: Cluster) => {
  if (canEnter(folder, account)) return folder;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new Error(
    `PostgreSQL does not run as root, and other users cannot enter ${folder}. Choose another folder with --data-dir.`,
  );
};

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(null));
  });
