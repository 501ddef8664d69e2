import type { handleServerStreamingCall } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { filterOf } from './filter.js';
import { Follower } from './follower.js';
import type { Node } from './node.js';
import { streamDeleted } from './refusals.js';
import type { ServerLog, Written } from './server-log.js';
import { drained, messageOf, type ReadCall } from './sending.js';
import { streamNameOf, streamNotFound } from './wire.js';

/** Read: of a stream or of `$all`, once or for ever. */
export const readFrom =
  (node: Node): handleServerStreamingCall<ReadReq, ReadResp> =>
  (call) => {
    const options = call.request.getOptions();
    const { error, fault } = node.admit('read', call);
    call.on('error', () => undefined);
    if (error) return void call.emit('error', error);
    if (fault === 'drop' || !options) return;
    const stream = options.hasStream() ? streamNameOf(options.getStream()?.getStreamIdentifier()) : undefined;
    if (stream !== undefined && node.log.isTombstoned(stream)) return void call.emit('error', streamDeleted(stream));
    if (options.hasSubscription()) return void new Follower(node, call, stream, options).begin();
    void node.faults.delayed(fault).then(() => send(node.log, call, stream, options, fault === 'cut'));
  };

/** Sends what was asked for; half of it, where the connection is to break in between. */
const send = async (log: ServerLog, call: ReadCall, stream: string | undefined, options: ReadReq.Options, cut: boolean) => {
  const events = stream === undefined ? allFrom(log, options) : streamFrom(log, stream, options);
  if (!events) {
    call.write(streamNotFound(stream ?? ''));
    return call.end();
  }
  const most = Number(options.getCount());
  const asked = events.slice(0, cut ? Math.ceil(Math.min(events.length, most) / 2) : most);
  for (const event of asked) {
    if (call.cancelled) return;
    if (!call.write(messageOf(log, event, options))) await drained(call);
  }
  if (cut) call.emit('error', Object.assign(new Error('cut'), { code: 14, details: 'Connection dropped' }));
  else call.end();
};

const isBackwards = (options: ReadReq.Options) => options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/** The start is inclusive. */
const streamFrom = (log: ServerLog, stream: string, options: ReadReq.Options): readonly Written[] | undefined => {
  const events = log.visible(stream);
  const from = options.getStream();
  const at = from?.hasRevision() ? BigInt(from.getRevision()) : undefined;
  if (!events) return undefined;
  if (isBackwards(options)) {
    const until = from?.hasStart() ? 0n : at;
    return events.filter(({ revision }) => until === undefined || revision <= until).toReversed();
  }
  if (from?.hasEnd()) return [];
  return at === undefined ? events : events.filter(({ revision }) => revision >= at);
};

/** The start is inclusive forwards, and exclusive backwards. */
const allFrom = (log: ServerLog, options: ReadReq.Options): readonly Written[] => {
  const from = options.getAll();
  const position = from?.getPosition();
  const at = position && BigInt(position.getCommitPosition());
  const filter = filterOf(options.getFilter());
  const wanted = (events: readonly Written[]) => (filter ? events.filter(filter.wants) : events);
  if (isBackwards(options)) {
    if (from?.hasStart()) return [];
    return wanted(at === undefined ? log.all.toReversed() : log.all.filter((event) => event.position < at).toReversed());
  }
  if (from?.hasEnd()) return [];
  return wanted(at === undefined ? log.all : log.all.slice(log.indexFrom(at)));
};
