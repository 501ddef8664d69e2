import { createCipheriv, createDecipheriv, createHmac, randomBytes, scryptSync } from 'node:crypto';
import type { SubjectKey } from '../keys.js';
import { derivedKey } from '../pseudonym.js';
import { BadParcel, type Wrapping, type WrappedKey } from './parcel.js';

/** Wraps people's keys for a journey: AES-256-GCM (NIST SP 800-38D), the subject as associated data. They are never written plain. */
export type Transport = Readonly<{
  wrapping: Wrapping;
  wrap: (subject: string, key: SubjectKey | undefined) => WrappedKey;
  /** `undefined` for a person who was forgotten. @throws BadParcel when it was changed */
  unwrap: (wrapped: WrappedKey) => SubjectKey | undefined;
}>;

/** Both ends have the same master key. */
export const underMasterKey = (masterKey: Uint8Array): Transport => {
  const secret = derivedKey(masterKey, 'moving-keys');
  return transport(secret, { wrap: 'master-key', check: checkOf(secret) });
};

/** Both ends are told the same passphrase. @param salt in base64; a new one unless it is given */
export const underPassphrase = (passphrase: string, salt = randomBytes(16).toString('base64')): Transport => {
  const secret = scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, {
    N: 2 ** 16,
    r: 8,
    p: 1,
    maxmem: 2 ** 27,
  });
  return transport(secret, { wrap: 'passphrase', salt, check: checkOf(secret) });
};

/** Tells a wrong key from a right one without telling the key. */
const checkOf = (secret: Uint8Array): string => createHmac('sha256', secret).update('alur/check').digest('hex').slice(0, 32);

const transport = (secret: Uint8Array, wrapping: Wrapping): Transport => ({
  wrapping,
  wrap: (subject, key) => {
    if (!key) return { subject, wrapped: null };
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(subject));
    const ct = Buffer.concat([cipher.update(key), cipher.final()]);
    return { subject, wrapped: Buffer.concat([iv, cipher.getAuthTag(), ct]).toString('base64') };
  },
  unwrap: ({ subject, wrapped }) => {
    if (wrapped === null) return undefined;
    const bytes = Buffer.from(wrapped, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12), { authTagLength: 16 })
        .setAAD(Buffer.from(subject))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    } catch {
      throw new BadParcel('A key in this file does not open: it was changed.');
    }
  },
});
