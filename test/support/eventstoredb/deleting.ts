import type { handleUnaryCall, ServiceError } from '@grpc/grpc-js';
import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Node } from './node.js';
import { streamDeleted, wrongRevision } from './refusals.js';
import type { Expectation, Verdict } from './server-log.js';
import { streamNameOf } from './wire.js';

/** Delete: the stream can be written to again. A wrong revision is an error with trailers. */
export const deleteIn =
  (node: Node): handleUnaryCall<DeleteReq, DeleteResp> =>
  ({ request }, answer) => {
    const [stream, expected] = asked(request.getOptions());
    const verdict = node.log.delete(stream, expected);
    node.grown();
    const refused = refusalOf(stream, expected, verdict);
    if (refused) return answer(refused);
    const position = positionOf(verdict);
    answer(
      null,
      new streams.DeleteResp().setPosition(
        new streams.DeleteResp.Position().setCommitPosition(position).setPreparePosition(position),
      ),
    );
  };

/** Tombstone: the stream is closed for ever. */
export const tombstoneIn =
  (node: Node): handleUnaryCall<TombstoneReq, TombstoneResp> =>
  ({ request }, answer) => {
    const [stream, expected] = asked(request.getOptions());
    const verdict = node.log.tombstone(stream, expected);
    node.grown();
    const refused = refusalOf(stream, expected, verdict);
    if (refused) return answer(refused);
    const position = positionOf(verdict);
    answer(
      null,
      new streams.TombstoneResp().setPosition(
        new streams.TombstoneResp.Position().setCommitPosition(position).setPreparePosition(position),
      ),
    );
  };

const asked = (options: DeleteReq.Options | TombstoneReq.Options | undefined): [string, Expectation] => {
  const stream = streamNameOf(options?.getStreamIdentifier());
  if (options?.hasRevision()) return [stream, BigInt(options.getRevision())];
  if (options?.hasNoStream()) return [stream, 'none'];
  return [stream, options?.hasStreamExists() ? 'exists' : 'any'];
};

const refusalOf = (stream: string, expected: Expectation, verdict: Verdict): ServiceError | undefined => {
  if (verdict.outcome === 'deleted') return streamDeleted(stream);
  return verdict.outcome === 'wrong' ? wrongRevision(stream, expected, verdict.current) : undefined;
};

const positionOf = (verdict: Verdict): string => ('position' in verdict ? String(verdict.position ?? 0n) : '0');
