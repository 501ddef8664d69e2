import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SubjectKey } from './keys.js';

/** A personal field as it is stored: AES-256-GCM (NIST SP 800-38D), everything in base64. `k` names the subject whose key opens it. */
export type Sealed = Readonly<{ $sealed: 'v1'; k: string; iv: string; tag: string; ct: string }>;

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && '$sealed' in value && value.$sealed === 'v1';

// Random bytes are fetched for many fields at once: each call costs more than the bytes.
let fresh = Buffer.alloc(0);
const freshIv = (): Buffer => {
  if (fresh.length < 12) fresh = randomBytes(12 * 256);
  const iv = fresh.subarray(0, 12);
  fresh = fresh.subarray(12);
  return iv;
};

/** @param place what the ciphertext is bound to, so that it cannot be moved to another event or field */
export const seal = (value: unknown, subject: string, key: SubjectKey, place: string): Sealed => {
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const ct = cipher.update(JSON.stringify(value), 'utf8', 'base64') + cipher.final('base64');
  return { $sealed: 'v1', k: subject, iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), ct };
};

/** @throws when the ciphertext was changed, moved, or belongs to another key */
export const unseal = ({ iv, tag, ct }: Sealed, key: SubjectKey, place: string): unknown => {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: 16 })
    .setAAD(Buffer.from(place))
    .setAuthTag(Buffer.from(tag, 'base64'));
  return JSON.parse(decipher.update(ct, 'base64', 'utf8') + decipher.final('utf8'));
};
