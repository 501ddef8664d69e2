import { z } from 'zod';
import type { Metadata, NewEvent, Position, Recorded } from '../event-store.js';
import { sha256 } from '../hash.js';

/**
 * The form in which events travel: lines of JSON (NDJSON), in blocks.
 *
 *     {"alur":"events","format":1,"tenant":"kepahiang","keys":null}            the header
 *     {"id":…,"type":…,"version":1,"stream":…,"revision":"0","data":…,"metadata":…}   one line for each event
 *     {"subject":…,"wrapped":…}                                               a person's key, where keys travel along
 *     {"block":1,"events":1000,"keys":0,"position":"1000","sum":…}             ends a block of lines
 *     {"end":true,"events":…,"streams":…,"keys":…,"heads":…,"sum":…}           the trailer
 *
 * A `sum` is the SHA-256 (hex) over the sum before it, a line feed, and the lines since then with theirs; so the last one
 * vouches for the whole. The header's is over its line alone.
 */
export const format = 1;

/** How keys are wrapped: under a key derived from the master key, or from a passphrase (scrypt, RFC 7914) with its salt in base64. */
const wrapping = z.discriminatedUnion('wrap', [
  z.object({ wrap: z.literal('master-key'), check: z.string() }),
  z.object({ wrap: z.literal('passphrase'), salt: z.string(), check: z.string() }),
]);

export type Wrapping = z.infer<typeof wrapping>;

const header = z.object({
  alur: z.literal('events'),
  format: z.number().int(),
  tenant: z.string().regex(/^[a-z][a-z0-9]{1,30}$/),
  keys: wrapping.nullable(),
});

export type Header = Readonly<z.infer<typeof header>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const event = z.object({
  id: z.uuid(),
  type: z.string().min(1),
  version: z.number().int().positive(),
  stream: z.string().min(1),
  revision: z.string().regex(/^\d{1,18}$/),
  data: z.custom<NewEvent['data']>(isObject),
  // What the import looks at; the hash vouches for the rest.
  metadata: z.custom<Metadata>(
    (value) => isObject(value) && ['hash', 'previousHash', 'tenant'].every((name) => typeof value[name] === 'string'),
  ),
});

const key = z.object({ subject: z.string().min(1), wrapped: z.string().nullable() });

/** A person's key under the wrapping of the header; `null` for one who was forgotten. */
export type WrappedKey = Readonly<z.infer<typeof key>>;

const count = z.number().int().nonnegative();
const block = z.object({ block: count, events: count, keys: count, position: z.string(), sum: z.string() });
const trailer = z.object({
  end: z.literal(true),
  events: count,
  streams: count,
  keys: count,
  heads: z.string(),
  sum: z.string(),
});

export type BlockLine = Readonly<z.infer<typeof block>>;
export type Trailer = Readonly<z.infer<typeof trailer>>;

/** What a line says. The position of an event is that of the store it came from, and does not travel. */
export type Line =
  | Readonly<{ kind: 'event'; event: Omit<Recorded, 'position'> & NewEvent }>
  | Readonly<{ kind: 'key'; key: WrappedKey }>
  | Readonly<{ kind: 'block'; block: BlockLine }>
  | Readonly<{ kind: 'end'; trailer: Trailer }>;

/** The file is not what it should be. Its message is for the operator. */
export class BadParcel extends Error {
  override readonly name = 'BadParcel';
}

/** @throws BadParcel */
export const headerOf = (text: string): Header => {
  const read = header.safeParse(parsed(text, 1));
  if (!read.success) throw new BadParcel('This is no export of events: its first line is not the header of one.');
  if (read.data.format !== format)
    throw new BadParcel(`This export has the format ${read.data.format}; this Alur reads format ${format}.`);
  return read.data;
};

/** @param number of the line, for messages. @throws BadParcel */
export const lineOf = (text: string, number: number): Line => {
  const value = parsed(text, number);
  const read = <T>(schema: z.ZodType<T>, what: string): T => {
    const { success, data, error } = schema.safeParse(value);
    if (!success) throw new BadParcel(`Line ${number} is no ${what}: ${error.issues[0]?.path.join('.') ?? ''}`);
    return data;
  };
  if (isObject(value) && 'id' in value) {
    const { revision, ...rest } = read(event, 'event');
    return { kind: 'event', event: { ...rest, revision: BigInt(revision) } };
  }
  if (isObject(value) && 'subject' in value) return { kind: 'key', key: read(key, 'key') };
  if (isObject(value) && 'block' in value) return { kind: 'block', block: read(block, 'end of a block') };
  return { kind: 'end', trailer: read(trailer, 'event, key, end of a block or trailer') };
};

const parsed = (text: string, number: number): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadParcel(`Line ${number} is not JSON.`);
  }
};

export const eventLine = ({ id, type, version, stream, revision, data, metadata }: Recorded): string =>
  JSON.stringify({ id, type, version, stream, revision: String(revision), data, metadata });

export const keyLine = ({ subject, wrapped }: WrappedKey): string => JSON.stringify({ subject, wrapped });

/** The sum of a block's lines, each without its line feed. */
export const sumOf = (before: string, lines: readonly string[]): string => sha256(`${before}\n${lines.join('\n')}\n`);

/** How far a parcel has been made or read. */
export type Progress = Readonly<{ events: number; keys: number; blocks: number; position: Position | undefined; sum: string }>;
