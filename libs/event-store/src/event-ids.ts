import { hash } from 'node:crypto';

/** The id of the nth event of a command: UUIDv5 (RFC 9562) of the number in the command's name space. */
export const eventIdOf = (commandId: string, index: number): string => uuidWithin(commandId, String(index));

/**
 * UUIDv5 (RFC 9562) of a name in the name space of another UUID, whichever version that is of.
 * @throws TypeError where it is none
 */
export const uuidWithin = (space: string, name: string): string => {
  const text = Buffer.from(name).toString('hex');
  const bytes = Buffer.from(`${space.replaceAll('-', '')}${text}`, 'hex');
  if (space.length !== 36 || bytes.length !== 16 + text.length / 2) throw new TypeError(`a command id is a UUID: ${space}`);
  const sha1 = hash('sha1', bytes, 'hex');
  const variant = ((Number.parseInt(sha1.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${sha1.slice(0, 8)}-${sha1.slice(8, 12)}-5${sha1.slice(13, 16)}-${variant}${sha1.slice(17, 20)}-${sha1.slice(20, 32)}`;
};
