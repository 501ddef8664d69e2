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
