import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  checkVersion,
  clearSockets,
  type Cluster,
  clusterIn,
  clusterFolder,
  initialise,
  isInitialised,
  socketFolder,
  spawnServer,
  tailOf,
} from './embedded-postgres/cluster.js';
import { isAttached, isRunning, nameOf } from './embedded-postgres/process-table.js';
import { freePort, newPassword, readSecret, type Secret, writeSecret } from './embedded-postgres/secret.js';

export type EmbeddedPostgres = Readonly<{
  /** A connection string for the database `alur`, by its socket or else on the loopback, with a generated password. */
  url: string;
  pid: number;
  /** A server that outlived its Alur was taken over instead of started. */
  adopted: boolean;
  /** Ends it: politely, then after `patience` ms (3,500) at once, which costs a recovery at the next start. */
  stop: (patience?: number) => Promise<void>;
}>;

export type EmbeddedOptions = Readonly<{
  /** The data folder, taken with `takeDataFolder`: two servers on one would be fatal. */
  folder: string;
  /** false does not wait for the disk: for specs only. */
  durable?: boolean;
}>;

const user = 'alur';

/**
 * A real PostgreSQL in the data folder: made at the first start, recovered after a crash, adopted if it survived us.
 *
 * As root it runs as an unprivileged user. It listens on the loopback only, on a port that is remembered, and at a socket in
 * its own folder, by which the same conversation costs less. Where the path of that is too long, there is the loopback.
 * @throws Error with the end of the server's log when it does not come up
 */
export const startEmbeddedPostgres = async ({ folder, durable = true }: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const cluster = clusterIn(folder, durable);
  const file = join(folder, 'postgres.json');
  const known = isInitialised(cluster) ? readSecret(file) : undefined;
  if (!known && isInitialised(cluster))
    throw new Error(`${file} is missing: without its password the database cannot be opened.`);

  const survivor = known && (await adopt(cluster, known));
  if (survivor) return survivor;
  if (known) checkVersion(cluster);
  return start(cluster, file, known ?? (await create(cluster, file)));
};

/**
 * The connection string of the server that another process keeps in a data folder, for a command that joins it.
 * @throws Error when we may not read its password
 */
export const addressOfRunning = (folder: string): string => {
  const secret = readSecret(join(folder, 'postgres.json'));
  if (!secret)
    throw new Error(`The password of the database in ${folder} cannot be read. Run this as the user who started Alur.`);
  return addressOf({ folder: clusterFolder(folder) }, secret);
};

const create = async (cluster: Cluster, file: string): Promise<Secret> => {
  const secret = { port: await freePort(), password: newPassword() };
  await initialise(cluster, user, secret.password, () => writeSecret(file, secret));
  return secret;
};

const start = async (
  cluster: Cluster,
  file: string,
  { port: wanted, password }: Secret,
  attempts = 5,
): Promise<EmbeddedPostgres> => {
  const port = await freePort(wanted);
  const child = spawnServer(cluster, port);
  const overTcp = addressOf(undefined, { port, password });
  const failed = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  if (await answers(overTcp, 60_000, failed)) {
    const url = addressOf(cluster, { port, password });
    if (port !== wanted) writeSecret(file, { port, password });
    await createDatabase(url);
    return { url, pid: child.pid ?? 0, adopted: false, stop: (patience) => stop(cluster, child.pid ?? 0, patience) };
  }
  if (!failed()) child.kill('SIGQUIT');
  const log = tailOf(cluster.log);
  // Somebody took the port between our look and its start.
  if (attempts > 1 && log.includes('could not bind')) return start(cluster, file, { port: 0, password }, attempts - 1);
  throw new Error(`PostgreSQL did not start:\n${log}`);
};

/** Only the server of this folder knows this folder's password, so who lets us in is ours. */
const adopt = async (cluster: Cluster, { password }: Secret): Promise<EmbeddedPostgres | undefined> => {
  const note = noteOf(cluster);
  if (!note) return undefined;
  const alive = () => isRunning(note.pid) && (nameOf(note.pid) ?? 'postgres').startsWith('postgres');
  const overTcp = addressOf(undefined, { port: note.port, password });
  if (alive() && (await answers(overTcp, 30_000, () => !alive() || !noteOf(cluster)))) {
    const url = addressOf(cluster, { port: note.port, password });
    await createDatabase(url);
    return { url, pid: note.pid, adopted: true, stop: (patience) => stop(cluster, note.pid, patience) };
  }
  if (alive() && noteOf(cluster))
    throw new Error(`Process ${note.pid} holds ${cluster.folder} and does not answer:\n${tailOf(cluster.log)}`);
  // A killed server's children live on for a moment. PostgreSQL would see them by this note, so it is taken away only
  // once they are gone: two servers on one folder destroy it.
  if (!(await within(20_000, () => !isAttached(note.memory))))
    throw new Error(`What is left of process ${note.pid} still works in ${cluster.folder}:\n${tailOf(cluster.log)}`);
  // Its number may belong to another process by now, which PostgreSQL would take for a living server.
  rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
  clearSockets(cluster);
  return undefined;
};

const noteOf = ({ folder }: Cluster) => {
  try {
    const [pid, , , port, , , memory = ''] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return pid && port ? { pid: Number(pid), port: Number(port), memory: memory.trim().split(/\s+/)[1] ?? '' } : undefined;
  } catch {
    return undefined;
  }
};

const stop = async (cluster: Cluster, pid: number, patience = 3500): Promise<void> => {
  const gone = () => !isRunning(pid) || noteOf(cluster)?.pid !== pid;
  signal(pid, 'SIGINT'); // "fast": open transactions are rolled back, a checkpoint is written
  if (!(await within(patience, gone))) {
    signal(pid, 'SIGQUIT'); // "immediate"
    await within(1000, gone);
  }
  // It takes its note away a moment before it ends. One that was adopted may stay a zombie: that is not running.
  await within(500, () => !isRunning(pid));
};

const signal = (pid: number, name: NodeJS.Signals) => {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
};

/** By the socket where the server has one, over TCP where none is known. */
const addressOf = (cluster: Pick<Cluster, 'folder'> | undefined, { port, password }: Secret): string => {
  const socket = cluster && socketFolder(cluster, port);
  const by = socket === undefined ? '' : `?host=${encodeURIComponent(socket)}`;
  return `postgres://${user}:${password}@127.0.0.1:${port}/${user}${by}`;
};

const createDatabase = async (url: string) => {
  const exists = await ask(url, 'select 1').catch(() => undefined);
  if (exists) return;
  await ask(maintenance(url), `create database ${user}`);
};

const maintenance = (url: string) => Object.assign(new URL(url), { pathname: '/postgres' }).href;

const answers = (url: string, patience: number, hopeless: () => boolean) =>
  within(patience, () =>
    hopeless()
      ? Promise.resolve('hopeless' as const)
      : ask(maintenance(url), 'select 1').then(
          () => true,
          () => false,
        ),
  );

const ask = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // told by the call that is waiting
  try {
    await client.connect();
    return await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const within = async (patience: number, holds: () => boolean | Promise<boolean | 'hopeless'>): Promise<boolean> => {
  const until = Date.now() + patience;
  for (;;) {
    const answer = await holds();
    if (answer === 'hopeless') return false;
    if (answer) return true;
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
