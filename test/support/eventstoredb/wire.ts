import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, BatchAppendReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { stringify } from 'uuid';
import type { Proposed, Written } from './server-log.js';

const ticksPerMs = 10_000n;

export const streamNameOf = (identifier: StreamIdentifier | undefined): string =>
  identifier ? Buffer.from(identifier.getStreamName_asU8()).toString('utf8') : '';

export const identifierOf = (stream: string): StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(stream, 'utf8')));

/** An id in the form in which the log keeps it, whichever of the two the client chose. */
export const idOf = (id: UUID | undefined): string => {
  const structured = id?.getStructured();
  if (!structured) return (id?.getString() ?? '').toLowerCase();
  const bytes = new DataView(new ArrayBuffer(16));
  bytes.setBigInt64(0, BigInt(structured.getMostSignificantBits()));
  bytes.setBigInt64(8, BigInt(structured.getLeastSignificantBits()));
  return stringify(new Uint8Array(bytes.buffer));
};

export const uuidOf = (id: string): UUID => new shared.UUID().setString(id);

export const proposedOf = (message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed => ({
  id: idOf(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? 'application/octet-stream',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

/** What the server writes for -1: it does not look positions up for the events of one stream. */
const untold = '18446744073709551615';

const recordOf = ({ id, stream, revision, position, created, type, contentType, data, metadata }: Written, told: boolean) => {
  const record = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidOf(id))
    .setStreamIdentifier(identifierOf(stream))
    .setStreamRevision(String(revision))
    .setCommitPosition(told ? String(position) : untold)
    .setPreparePosition(told ? String(position) : untold)
    .setData(data)
    .setCustomMetadata(metadata);
  record.getMetadataMap().set('type', type).set('content-type', contentType);
  record.getMetadataMap().set('created', String(BigInt(created.getTime()) * ticksPerMs));
  return record;
};

/**
 * An event, or a link with the event it leads to: `undefined` where that is gone.
 * @param told whether it is said where it stands in the log, as it is for `$all` only
 */
export const eventOf = (written: Written, told: boolean, resolved?: Readonly<{ event: Written | undefined }>): ReadResp => {
  const event = new streams.ReadResp.ReadEvent();
  if (told) event.setCommitPosition(String(written.position));
  else event.setNoPosition(new shared.Empty());
  if (!resolved) event.setEvent(recordOf(written, told));
  else {
    event.setLink(recordOf(written, told));
    if (resolved.event) event.setEvent(recordOf(resolved.event, told));
  }
  return new streams.ReadResp().setEvent(event);
};

export const confirmation = (id: string): ReadResp =>
  new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id));

export const caughtUp = (): ReadResp => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export const checkpointAt = (position: bigint): ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );

export const streamNotFound = (stream: string): ReadResp =>
  new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)));
