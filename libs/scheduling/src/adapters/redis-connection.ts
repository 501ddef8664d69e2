import { Cluster, Redis, type RedisOptions } from 'ioredis';

/** A connection for BullMQ, and the prefix of its keys there. */
export type RedisConnection = Readonly<{ connection: Redis | Cluster; prefix: string }>;

type Parts = Readonly<{ secure: boolean; kind: string; user: string; password: string; hosts: string; path: string }>;

/** What BullMQ asks for: a worker blocks on its connection, and must not give up on it. */
const patient = { maxRetriesPerRequest: null } as const satisfies RedisOptions;

/**
 * Connects to Redis, one server or several.
 *
 * @param address `redis://…`, `redis+sentinel://[USER:PASSWORD@]HOST:PORT,…/MASTER`, `redis+cluster://[USER:PASSWORD@]HOST:PORT,…`;
 * `rediss` for TLS, with the sentinels as well. USER and PASSWORD (percent-encoded) are those of the servers, not of the sentinels.
 * @throws Error for an address of another form
 */
export const connectTo = (address: string): RedisConnection => {
  const { secure, kind, user, password, hosts, path } = partsOf(address);
  const own: RedisOptions = {
    ...patient,
    ...(user ? { username: decodeURIComponent(user) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(secure ? { tls: {} } : {}),
  };
  if (kind === 'sentinel') {
    const sentinels = nodesOf(hosts, 26379);
    return { connection: new Redis({ ...own, sentinels, name: path, enableTLSForSentinelMode: secure }), prefix: 'bull' };
  }
  // Every key of a queue has to lie on one node, which the braces see to.
  if (kind === 'cluster') return { connection: new Cluster(nodesOf(hosts, 6379), { redisOptions: own }), prefix: '{bull}' };
  return { connection: new Redis(address, patient), prefix: 'bull' };
};

const form = /^redis(s?)(?:\+(sentinel|cluster))?:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]*)(?:\/([^?]*))?/;

const partsOf = (address: string): Parts => {
  const found = form.exec(address);
  if (!found) throw new Error('The address of Redis begins with redis://, redis+sentinel:// or redis+cluster://.');
  const [, secure = '', kind = '', user = '', password = '', hosts = '', path = ''] = found;
  return { secure: secure !== '', kind, user, password, hosts, path };
};

const nodesOf = (hosts: string, usual: number) =>
  hosts.split(',').map((node) => {
    const [host = '', port] = node.split(':');
    return { host, port: port === undefined ? usual : Number(port) };
  });

export const isConnected = (connection: Redis | Cluster): boolean => connection.status === 'ready';

/** Resolves when it is connected, or when so many milliseconds have passed. */
export const connected = (connection: Redis | Cluster, ms: number): Promise<void> =>
  new Promise((resolve) => {
    if (isConnected(connection)) return resolve();
    const done = () => {
      clearTimeout(late);
      connection.off('ready', done);
      resolve();
    };
    const late = setTimeout(done, ms);
    connection.once('ready', done);
  });

/**
 * Does something for as long as there is a connection. A patient connection keeps commands until Redis is back, however long
 * that takes; whoever asked is told at once that it is away. What was sent may still be done later.
 * @throws Error when Redis is away
 */
export const whileConnected = <T>(connection: Redis | Cluster, work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const away = () => reject(new Error('Redis does not answer'));
    if (!isConnected(connection)) return away();
    connection.once('close', away);
    work()
      .then(resolve, reject)
      .finally(() => connection.off('close', away));
  });
