import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerLog, Written } from './server-log.js';
import { eventOf } from './wire.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** A link, followed where that was asked for. */
export const messageOf = (log: ServerLog, event: Written, options: ReadReq.Options): ReadResp => {
  const told = options.hasAll();
  if (!options.getResolveLinks() || event.type !== '$>') return eventOf(event, told);
  const [, revision = '', stream = ''] = /^(\d+)@(.*)$/s.exec(new TextDecoder().decode(event.data)) ?? [];
  return eventOf(event, told, { event: revision === '' ? undefined : log.at(stream, BigInt(revision)) });
};

/** Resolves when more can be written, or nobody wants it any more. */
export const drained = (call: ReadCall): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      call.off('drain', done).off('cancelled', done).off('close', done);
      resolve();
    };
    call.on('drain', done).on('cancelled', done).on('close', done);
  });
