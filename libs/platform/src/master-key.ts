import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key of the keys of personal data: from the settings, else from `master.key` in the data folder, made at the first start.
 *
 * Whoever loses it loses every name; it belongs into the backup, apart from the database.
 * @throws Error when the file does not hold 32 bytes
 */
export const masterKeyOf = (config: Readonly<{ masterKey: Buffer | undefined; dataDir: string }>): Buffer => {
  if (config.masterKey) return config.masterKey;
  const file = join(config.dataDir, 'master.key');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new Error(`${file} does not hold a master key of 32 bytes.`);
  return key;
};
