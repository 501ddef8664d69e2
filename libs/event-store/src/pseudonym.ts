import { createHmac, hkdfSync } from 'node:crypto';

/** A key of its own for each use of the master key (HKDF, RFC 5869). */
export const derivedKey = (masterKey: Uint8Array, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey, '', `alur/${use}`, 32));

/** HMAC-SHA256 of a value in the form of a UUID, version 8 (RFC 9562, "custom"). */
export const pseudonymOf = (key: Uint8Array, kind: string, value: string): string => {
  const bytes = createHmac('sha256', key).update(`${kind}\u0000${value}`).digest().subarray(0, 16);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x80;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
