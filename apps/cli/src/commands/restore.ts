import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { underMasterKey } from '@app/event-store';
import type { Config } from '@app/platform';
import { beginRestore, restoreOf } from '@app/platform/adapters/data-folder';
import { type BackupHeader, checkBackup, restoreBackup } from '@app/platform/adapters/database-backup';
import { makeReadModels } from '../../../worker/src/projections.js';
import type { Adding } from '../command.js';
import { eventsElsewhere } from '../installation.js';
import { bar } from '../progress.js';

type Options = Readonly<{ masterKeyFile?: string }>;

/** `alur restore`: a backup into an empty data folder (or an empty database), and the read models made again. */
export const addRestore: Adding = (program, { withDatabase, withAlur, settings, say }) => {
  program
    .command('restore')
    .description(
      'fill an empty data folder (--data-dir), or the empty database at DATABASE_URL, from a backup, and make the read models again',
    )
    .argument('<file>', 'what `alur backup` wrote')
    .option('--master-key-file <file>', 'the master key, where it is not in the backup and not in ALUR_MASTER_KEY')
    .action(async (path: string, { masterKeyFile }: Options) => {
      const config = settings();
      if (eventsElsewhere(config))
        throw new Error('The settings name EventStoreDB: a backup is restored where the events are in the database.');
      const header = await checkBackup(path);
      if (header.tenant !== config.tenant)
        throw new Error(`This is a backup of the tenant ${header.tenant}; this is ${config.tenant} (TENANT).`);
      const masterKey = await masterKeyFor(header, config, masterKeyFile);

      const embedded = config.profile === 'embedded';
      const state = embedded ? restoreOf(config.dataDir) : 'possible';
      if (state === 'impossible')
        throw new Error(
          `The data folder ${config.dataDir} is not empty. A backup is restored into an empty one: choose another with --data-dir.`,
        );
      const finish = embedded ? beginRestore(config.dataDir) : () => undefined;
      if (embedded && !config.masterKey) keepMasterKey(join(config.dataDir, 'master.key'), masterKey);
      await withDatabase({ guest: false, restoring: true }, async ({ connectionString }) => {
        const shown = bar('rows', undefined);
        await restoreBackup({ connectionString, path, again: state === 'unfinished', tell: shown.at }).finally(shown.stop);
      });
      finish();
      say(`restored as it was at ${header.at}, the log at ${header.position}`);

      await withAlur(async (alur) => {
        say(`${await makeReadModels(alur)} read models are made again. What fell due since is done at the next start.`);
      });
    });
};

const masterKeyFor = async (header: BackupHeader, config: Config, file: string | undefined): Promise<Buffer> => {
  const given = file === undefined ? config.masterKey : keyIn(await readFile(file, 'utf8').catch(() => unreadable(file)));
  const key = given ?? (header.masterKey === null ? undefined : Buffer.from(header.masterKey, 'base64'));
  if (!key) throw new Error('The master key is not in this backup: give it with --master-key-file, or in ALUR_MASTER_KEY.');
  if (key.length !== 32 || underMasterKey(key).wrapping.check !== header.masterKeyCheck)
    throw new Error('This is not the master key that the backup was made under: with it, no name could be read.');
  return key;
};

const keyIn = (text: string): Buffer => Buffer.from(text.trim(), /^[0-9a-f]{64}$/i.test(text.trim()) ? 'hex' : 'base64');

const unreadable = (file: string): never => {
  throw new Error(`${file} cannot be read.`);
};

const keepMasterKey = (file: string, key: Buffer): void => {
  const text = `${key.toString('base64')}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text, { mode: 0o600 });
};
