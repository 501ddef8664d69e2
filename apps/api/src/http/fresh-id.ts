import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

let bytes = Buffer.alloc(0);

/** A new UUIDv7. Random bytes are fetched for many at once: each call costs more than the bytes. */
export const freshId = (): string => {
  if (bytes.length < 16) bytes = randomBytes(16 * 256);
  const random = bytes.subarray(0, 16);
  bytes = bytes.subarray(16);
  return uuidv7({ random });
};
