import { readFile } from 'node:fs/promises';
import { type KeyVault, type Transport, underMasterKey, underPassphrase, type Wrapping } from '@app/event-store';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresKeyVault } from '@app/event-store/adapters/postgres-keys';
import { masterKeyOf } from '@app/platform';
import type { Ground } from './command.js';

export type KeyOptions = Readonly<{ withKeys?: boolean; passphraseFile?: string }>;
export type MovingKeys = Readonly<{ vault: KeyVault; transport: Transport }>;

/** The vault of this installation, and how keys are wrapped on their way out of it. */
export const keysToExport = async (
  ground: Ground,
  { withKeys, passphraseFile }: KeyOptions,
  begun?: Wrapping | null,
): Promise<MovingKeys | undefined> => {
  if (!withKeys) {
    if (passphraseFile !== undefined) throw new Error('--passphrase-file wraps keys: it goes with --with-keys.');
    return undefined;
  }
  const salt = begun?.wrap === 'passphrase' ? begun.salt : undefined;
  const transport =
    passphraseFile === undefined
      ? underMasterKey(masterKeyOf(ground.config))
      : underPassphrase(await passphraseIn(passphraseFile), salt);
  return { vault: await openVault(ground), transport };
};

/**
 * The vault of this installation, and how the keys of a file are unwrapped.
 * @throws Error in words when the master key or the passphrase is not the one
 */
export const keysToImport = async (
  ground: Ground,
  wrapping: Wrapping | null,
  { withKeys, passphraseFile }: KeyOptions,
): Promise<MovingKeys | undefined> => {
  if (!withKeys) return undefined;
  if (!wrapping) throw new Error('There are no keys in this file: it was exported without --with-keys.');
  if (wrapping.wrap === 'passphrase' && passphraseFile === undefined)
    throw new Error('The keys in this file are wrapped by a passphrase: name the file that holds it, with --passphrase-file.');
  const transport =
    wrapping.wrap === 'passphrase'
      ? underPassphrase(await passphraseIn(passphraseFile ?? ''), wrapping.salt)
      : underMasterKey(masterKeyOf(ground.config));
  if (transport.wrapping.check !== wrapping.check)
    throw new Error(
      wrapping.wrap === 'passphrase'
        ? 'This is not the passphrase that the keys were wrapped by.'
        : 'The keys in this file belong to another master key. Set ALUR_MASTER_KEY to that of the source, or export them with --passphrase-file.',
    );
  return { vault: await openVault(ground), transport };
};

const openVault = async ({ connectionString, closing, config }: Ground): Promise<KeyVault> => {
  const pool = openPool({ connectionString, max: 2, name: 'keys' });
  closing.add('the keys', () => pool.end());
  return openPostgresKeyVault(pool, masterKeyOf(config));
};

/** @throws Error in words when it cannot be read or is too short to keep anything */
export const passphraseIn = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new Error(`${path} cannot be read: ${error.message}`);
  });
  const passphrase = text.replace(/\r?\n$/, '');
  if (passphrase.length < 12) throw new Error('A passphrase has 12 characters at least.');
  return passphrase;
};
