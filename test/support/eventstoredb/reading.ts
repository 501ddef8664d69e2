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
  const most = Number(options.getCount());
  const events = stream === undefined ? allFrom(log, options, most) : streamFrom(log, stream, options);
  if (!events) {
    call.write(streamNotFound(stream ?? ''));
    return call.end();
  }
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
  if (!events) return undefined;
  // What is visible of a stream has no gaps.
  const revision = from?.hasRevision() ? BigInt(from.getRevision()) : from?.hasEnd() ? undefined : 0n;
  const asked = revision === undefined ? events.length : Number(revision - (events[0]?.revision ?? 0n));
  if (isBackwards(options)) return events.slice(0, Math.max(0, asked + 1)).toReversed();
  return events.slice(Math.max(0, asked));
};

/** The start is inclusive forwards, and exclusive backwards. */
const allFrom = ({ all, indexFrom }: ServerLog, options: ReadReq.Options, most: number): readonly Written[] => {
  const from = options.getAll();
  const position = from?.getPosition();
  const edge = from?.hasEnd() ? all.length : 0;
  const index = position ? indexFrom(BigInt(position.getCommitPosition())) : edge;
  const filter = filterOf(options.getFilter());
  if (filter) return (isBackwards(options) ? all.slice(0, index).toReversed() : all.slice(index)).filter(filter.wants);
  return isBackwards(options) ? all.slice(Math.max(0, index - most), index).toReversed() : all.slice(index, index + most);
};
