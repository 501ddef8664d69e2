import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import codes from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statuses from '@eventstore/db-client/generated/status_pb.js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Node } from './node.js';
import type { Expectation, Proposed, Verdict } from './server-log.js';
import { identifierOf, idOf, proposedOf, streamNameOf, uuidOf } from './wire.js';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;
type Batch = Readonly<{ stream: string; expected: Expectation; deadline: number; events: Proposed[] }>;

/** BatchAppend: one call for many appends, told apart by correlation ids. A wrong revision is a packed status. */
export const batchAppendTo =
  (node: Node): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> =>
  (call) => {
    const batches = new Map<string, Batch>();
    call.on('error', () => undefined);
    call.on('end', () => call.end());
    call.on('data', (request: BatchAppendReq) => {
      const id = idOf(request.getCorrelationId());
      const options = request.getOptions();
      if (options) batches.set(id, begun(options));
      const batch = batches.get(id);
      if (!batch) return;
      for (const message of request.getProposedMessagesList()) batch.events.push(proposedOf(message));
      const { error, fault } = options ? node.admit('append', call) : {};
      if (error) return void call.emit('error', error); // in the midst of the batch, and of everybody else's
      if (!request.getIsFinal()) return;
      batches.delete(id);
      void carryOut(node, call, id, batch, fault);
    });
  };

const carryOut = (node: Node, call: Call, id: string, batch: Batch, fault: Parameters<Node['write']>[0]) =>
  node.write(fault, batch.stream, batch.events, batch.expected, (verdict) => {
    if (verdict instanceof Error) {
      const max = verdict.metadata.get('maximum-append-size')[0];
      if (max === undefined) return void call.emit('error', verdict);
      const exceeded = new shared.MaximumAppendSizeExceeded().setMaxappendsize(Number(max));
      return void call.write(failed(id, batch, codes.Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', exceeded));
    }
    if (Date.now() > batch.deadline)
      return void call.write(failed(id, batch, codes.Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout()));
    call.write(answerOf(id, batch, verdict));
  });

const begun = (options: BatchAppendReq.Options): Batch => ({
  stream: streamNameOf(options.getStreamIdentifier()),
  expected: expectationOf(options),
  deadline: options.getDeadline()?.toDate().getTime() ?? Infinity,
  events: [],
});

const expectationOf = (options: BatchAppendReq.Options): Expectation => {
  const is = streams.BatchAppendReq.Options.ExpectedStreamPositionCase;
  switch (options.getExpectedStreamPositionCase()) {
    case is.STREAM_POSITION:
      return BigInt(options.getStreamPosition());
    case is.NO_STREAM:
      return 'none';
    case is.STREAM_EXISTS:
      return 'exists';
    default:
      return 'any';
  }
};

const answerOf = (id: string, batch: Batch, verdict: Verdict): BatchAppendResp => {
  if (verdict.outcome === 'deleted') {
    const deleted = new shared.StreamDeleted().setStreamIdentifier(identifierOf(batch.stream));
    return failed(id, batch, codes.Code.FAILED_PRECONDITION, 'StreamDeleted', deleted);
  }
  if (verdict.outcome === 'wrong')
    return failed(id, batch, codes.Code.ALREADY_EXISTS, 'WrongExpectedVersion', wrong(batch.expected, verdict.current));
  const success = new streams.BatchAppendResp.Success();
  if (verdict.revision === 'none') success.setNoStream(new empty.Empty());
  else success.setCurrentRevision(String(verdict.revision));
  if (verdict.position === undefined) success.setNoPosition(new empty.Empty());
  else {
    const position = String(verdict.position);
    success.setPosition(new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position));
  }
  return about(id, batch).setSuccess(success);
};

const wrong = (expected: Expectation, current: bigint | 'none') => {
  const encoded = new shared.WrongExpectedVersion();
  if (current === 'none') encoded.setCurrentNoStream(new empty.Empty());
  else encoded.setCurrentStreamRevision(String(current));
  if (expected === 'any') encoded.setExpectedAny(new empty.Empty());
  else if (expected === 'exists') encoded.setExpectedStreamExists(new empty.Empty());
  else if (expected === 'none') encoded.setExpectedNoStream(new empty.Empty());
  else encoded.setExpectedStreamPosition(String(expected));
  return encoded;
};

type Detail = Readonly<{ serializeBinary: () => Uint8Array }>;

const failed = (id: string, batch: Batch, code: number, name: string, detail: Detail): BatchAppendResp => {
  const details = new any.Any();
  details.pack(detail.serializeBinary(), `event_store.client.${name}`);
  return about(id, batch).setError(new statuses.Status().setCode(code).setMessage(name).setDetails(details));
};

const about = (id: string, { stream }: Batch) =>
  new streams.BatchAppendResp().setCorrelationId(uuidOf(id)).setStreamIdentifier(identifierOf(stream));
