import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const keyOf = (masterKey: Buffer, requestKey: string) =>
  new Uint8Array(hkdfSync('sha256', masterKey, requestKey, 'alur kept answers', 32));

/**
 * Seals an answer by the installation's key and the `Idempotency-Key` of its request, of which only a hash is kept: so neither a copy
 * of the database nor the master key beside it opens it, for whoever cannot guess the key of the request. AES-256-GCM.
 */
export const sealAnswer = (masterKey: Buffer, requestKey: string, text: string): string => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(masterKey, requestKey), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
};

/** `undefined` for what was sealed by another key. */
export const openAnswer = (masterKey: Buffer, requestKey: string, sealed: string): string | undefined => {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(masterKey, requestKey), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
};
