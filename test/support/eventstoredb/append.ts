import type { handleClientStreamingCall, sendUnaryData } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Node } from './node.js';
import { streamDeleted } from './refusals.js';
import type { Expectation, Proposed, Verdict } from './server-log.js';
import { proposedOf, streamNameOf } from './wire.js';

/** Append: one call for each append. A wrong revision is an answer here, and not an error. */
export const appendTo =
  (node: Node): handleClientStreamingCall<AppendReq, AppendResp> =>
  (call, answer) => {
    const events: Proposed[] = [];
    let stream = '';
    let expected: Expectation = 'any';
    const refused = node.admit('append', call);
    call.on('data', (request: AppendReq) => {
      const options = request.getOptions();
      const message = request.getProposedMessage();
      if (options) [stream, expected] = [streamNameOf(options.getStreamIdentifier()), expectationOf(options)];
      if (message) events.push(proposedOf(message));
    });
    call.on('error', () => undefined); // the caller went away before the writer saw it: nothing is written
    if (refused.error) return answer(refused.error);
    call.on('end', () => {
      void node.write(refused.fault, stream, events, expected, (verdict) =>
        verdict instanceof Error ? answer(verdict) : reply(answer, stream, expected, verdict),
      );
    });
  };

const expectationOf = (options: AppendReq.Options): Expectation => {
  const is = streams.AppendReq.Options.ExpectedStreamRevisionCase;
  switch (options.getExpectedStreamRevisionCase()) {
    case is.REVISION:
      return BigInt(options.getRevision());
    case is.NO_STREAM:
      return 'none';
    case is.STREAM_EXISTS:
      return 'exists';
    default:
      return 'any';
  }
};

const reply = (answer: sendUnaryData<AppendResp>, stream: string, expected: Expectation, verdict: Verdict): void => {
  if (verdict.outcome === 'deleted') return answer(streamDeleted(stream));
  if (verdict.outcome === 'wrong')
    return answer(null, new streams.AppendResp().setWrongExpectedVersion(wrong(expected, verdict.current)));
  const success = new streams.AppendResp.Success();
  if (verdict.revision === 'none') success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(String(verdict.revision));
  if (verdict.position === undefined) success.setNoPosition(new shared.Empty());
  else {
    const position = String(verdict.position);
    success.setPosition(new streams.AppendResp.Position().setCommitPosition(position).setPreparePosition(position));
  }
  answer(null, new streams.AppendResp().setSuccess(success));
};

const wrong = (expected: Expectation, current: bigint | 'none') => {
  const encoded = new streams.AppendResp.WrongExpectedVersion();
  if (current === 'none') encoded.setCurrentNoStream(new shared.Empty());
  else encoded.setCurrentRevision(String(current));
  if (expected === 'any') encoded.setExpectedAny(new shared.Empty());
  else if (expected === 'exists') encoded.setExpectedStreamExists(new shared.Empty());
  else if (expected === 'none') encoded.setExpectedNoStream(new shared.Empty());
  else encoded.setExpectedRevision(String(expected));
  return encoded;
};
