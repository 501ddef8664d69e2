import {
  type JSONEventData,
  type JSONEventType,
  jsonEvent,
  type Position as ServerPosition,
  type RecordedEvent,
} from '@eventstore/db-client';
import { uuidWithin } from '../event-ids.js';
import type { Metadata, NewEvent, Position, Recorded } from '../event-store.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Data = Record<string, unknown>;
/** What stands in an event's metadata here: ours, the version of its type, and its id where the server has another one. */
type Kept = Metadata & Readonly<{ version: number; id?: string }>;

/** An event as the client takes it, and what it weighs. */
export type Proposed = Readonly<{ event: ProposedEvent; bytes: number }>;
type ProposedEvent = JSONEventData<JSONEventType<string, Data, Data>>;

/**
 * Under which id an event goes to the server, which takes the same ids for a repeat whatever is in them. Two processes that
 * carry out one command at once make the same ids and, a moment apart, other hashes; who loses must not take the other's
 * events for its own, and go on from a hash that was never recorded. So the id covers the hash, and through it all there is.
 */
const serverIdOf = ({ id, metadata: { hash } }: Pick<NewEvent, 'id' | 'metadata'>): string =>
  hash === '' ? id : uuidWithin(id, hash);

/**
 * @throws RangeError when its id is not a UUID
 * @throws TypeError when data or metadata are not JSON. Found here, since the client would find it where nobody can catch it
 */
export const propose = ({ id, type, version, data, metadata, text }: NewEvent): Proposed => {
  if (!uuid.test(id)) throw new RangeError(`an event's id must be a UUID, and ${id} is none`);
  const serverId = serverIdOf({ id, metadata });
  const ours = { version, ...(serverId !== id && { id }) };
  const bytes =
    Buffer.byteLength(text?.data ?? JSON.stringify(data)) +
    Buffer.byteLength(text?.metadata ?? JSON.stringify(metadata)) +
    JSON.stringify(ours).length -
    '{'.length +
    2 * type.length;
  const kept: Kept = { ...metadata, ...ours };
  return { event: jsonEvent({ id: serverId, type, data, metadata: { ...kept } }), bytes };
};

/**
 * The event as the port has it; `undefined` for one that Alur did not write.
 * @param position where it stands, if the server does not say
 */
export const recordedOf = (event: RecordedEvent | undefined, position = event && positionOf(event)): Recorded | undefined => {
  if (!event?.isJson || !isKept(event.metadata)) return undefined;
  if (position === undefined) throw new Error(`the server did not say where ${event.streamId} at ${event.revision} stands`);
  const { version, id = event.id, ...metadata } = event.metadata;
  const { type, streamId: stream, revision, data } = event;
  return { id, type, version, stream, revision, position, metadata, data };
};

/** Metadata with a version and a command were written by us, and are trusted to be whole. */
const isKept = (metadata: unknown): metadata is Kept =>
  typeof metadata === 'object' &&
  metadata !== null &&
  'version' in metadata &&
  typeof metadata.version === 'number' &&
  'commandId' in metadata;

/**
 * Positions are places in the server's log: commit and prepare. For everything written over gRPC they are one number, and
 * that is our position; where they differ (transactions over the old TCP protocol, not ours), it is `commit/prepare`.
 * A server says -1 where it does not know, which is the case when one stream is read; it comes as the largest UInt64.
 */
export const positionFrom = ({ commit, prepare }: ServerPosition): Position | undefined => {
  if (commit > largestInt64 || prepare > largestInt64) return undefined;
  return commit === prepare ? String(commit) : `${commit}/${prepare}`;
};

const largestInt64 = 2n ** 63n - 1n;

export const positionOf = (event: RecordedEvent): Position | undefined => {
  const { position } = event as Readonly<{ position?: ServerPosition }>; // declared for events of `$all` only
  return position && positionFrom(position);
};

/** @throws RangeError for what is not a position of this store */
export const serverPositionOf = (position: Position): ServerPosition => {
  const [, commit, prepare] = /^(\d+)(?:\/(\d+))?$/.exec(position) ?? [];
  if (commit === undefined) throw new RangeError(`${position} is not a position of an EventStoreDB`);
  return { commit: BigInt(commit), prepare: BigInt(prepare ?? commit) };
};

export const comparePositions = (a: Position, b: Position): number => {
  const [one, two] = [serverPositionOf(a), serverPositionOf(b)];
  return sign(one.commit - two.commit) || sign(one.prepare - two.prepare);
};

const sign = (difference: bigint): number => (difference < 0n ? -1 : difference > 0n ? 1 : 0);
