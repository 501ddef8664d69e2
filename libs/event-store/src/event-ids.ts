import { hash } from 'node:crypto';

/** The id of the nth event of a command: UUIDv5 (RFC 9562) of the number in the command's name space. */
export const eventIdOf = (commandId: string, index: number): string => {
  const name = Buffer.from(`${commandId.replaceAll('-', '')}${Buffer.from(String(index)).toString('hex')}`, 'hex');
  if (commandId.length !== 36 || name.length !== 16 + String(index).length)
    throw new TypeError(`a command id is a UUID: ${commandId}`);
  const sha1 = hash('sha1', name, 'hex');
  const variant = ((Number.parseInt(sha1.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${sha1.slice(0, 8)}-${sha1.slice(8, 12)}-5${sha1.slice(13, 16)}-${variant}${sha1.slice(17, 20)}-${sha1.slice(20, 32)}`;
};
