import { Server, ServerCredentials, type ServiceError, type UntypedHandleCall } from '@grpc/grpc-js';
import gossipRpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import featuresRpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streamsRpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { appendTo } from './append.js';
import { batchAppendTo } from './batch-append.js';
import { deleteIn, tombstoneIn } from './deleting.js';
import { type FaultOptions, Faults } from './faults.js';
import { Node, type NodeOptions } from './node.js';
import { readFrom } from './reading.js';
import { unavailable } from './refusals.js';
import { type LogOptions, ServerLog } from './server-log.js';
import { uuidOf } from './wire.js';

export type ServerOptions = LogOptions &
  Partial<Pick<NodeOptions, 'credentials' | 'maxAppendSize' | 'slowConsumers'>> &
  Readonly<{
    faults?: FaultOptions;
    /** Whether it says that it can take batches. Servers before 21.10 could not. */
    batchAppend?: boolean;
    /** Certificate and key in PEM; without them it speaks plain HTTP/2. */
    tls?: Readonly<{ certificate: Buffer; key: Buffer }>;
  }>;

export type RunningServer = Readonly<{
  /** What a client is given. */
  connectionString: string;
  port: number;
  node: Node;
  faults: Faults;
  log: ServerLog;
  /** Ends every live subscription with an error, UNAVAILABLE by default. Says how many there were. */
  dropSubscriptions: (error?: ServiceError) => number;
  /** Breaks every connection, and listens again at the same port with the same log. */
  restart: () => Promise<void>;
  /** Breaks every connection and listens no more, until `restart`. */
  down: () => Promise<void>;
  close: () => Promise<void>;
}>;

/**
 * An EventStoreDB in this process, for specifications: the gRPC protocol of 23.10 over a log in memory.
 *
 * It is our reading of the protocol and proves agreement with that reading, not with a server.
 */
export const startEventStoreDb = async (options: ServerOptions = {}): Promise<RunningServer> => {
  const { batchAppend = true, maxAppendSize = 1024 * 1024, slowConsumers = 'dropped', credentials, tls } = options;
  const log = new ServerLog(options);
  const faults = new Faults(options.faults);
  const node = new Node({ log, faults, maxAppendSize, slowConsumers, ...(credentials && { credentials }) });
  const listen = async (port: number) => {
    const server = new Server({ 'grpc.max_receive_message_length': 32 * 1024 * 1024 });
    addServices(server, node, batchAppend);
    const security = tls
      ? ServerCredentials.createSsl(null, [{ cert_chain: tls.certificate, private_key: tls.key }])
      : ServerCredentials.createInsecure();
    const bound = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${port}`, security, (error, at) => (error ? reject(error) : resolve(at)));
    });
    return { server, port: bound };
  };
  let { server, port } = await listen(0); // eslint-disable-line prefer-const -- the server changes, its port does not
  node.address = { host: '127.0.0.1', port };
  const down = async () => server.forceShutdown();
  const user = credentials ? `${credentials.username}:${credentials.password}@` : '';
  return {
    connectionString: `esdb://${user}127.0.0.1:${port}?tls=${tls ? 'true' : 'false'}`,
    port,
    node,
    faults,
    log,
    dropSubscriptions: (error = unavailable()) => node.drop(error),
    restart: async () => {
      await down();
      ({ server } = await listen(port));
    },
    down,
    close: down,
  };
};

const addServices = (server: Server, node: Node, batchAppend: boolean): void => {
  const counted = <Handler extends UntypedHandleCall>(method: string, handler: Handler): Handler =>
    ((...args: readonly unknown[]) => {
      node.counted(method);
      return Reflect.apply(handler, undefined, args) as unknown;
    }) as Handler; // called as it would have been
  server.addService(streamsRpc.StreamsService, {
    read: counted('read', readFrom(node)),
    append: counted('append', appendTo(node)),
    delete: deleteIn(node),
    tombstone: tombstoneIn(node),
    batchAppend: counted('batchAppend', batchAppendTo(node)),
  });
  server.addService(featuresRpc.ServerFeaturesService, {
    getSupportedMethods: (_: unknown, answer: (error: null, methods: unknown) => void) => answer(null, supported(batchAppend)),
  });
  server.addService(gossipRpc.GossipService, {
    read: (_: unknown, answer: (error: null, cluster: unknown) => void) => answer(null, clusterOf(node)),
  });
};

const supported = (batchAppend: boolean) => {
  const methods = ['read', 'append', 'delete', 'tombstone', ...(batchAppend ? ['batchappend'] : [])];
  return new features.SupportedMethods()
    .setEventStoreServerVersion('23.10.0')
    .setMethodsList(
      methods.map((method) =>
        new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(method),
      ),
    );
};

const clusterOf = ({ address: { host, port } }: Node) =>
  new gossip.ClusterInfo().setMembersList([
    new gossip.MemberInfo()
      .setInstanceId(uuidOf('6f8d9f2e-8c3a-4a53-9b58-0c3a3f1f7d10'))
      .setTimeStamp(String(BigInt(Date.now()) * 10_000n))
      .setState(gossip.MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port)),
  ]);
