import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { underMasterKey } from '@app/event-store';
import { masterKeyOf } from '@app/platform';
import { writeBackup } from '@app/platform/adapters/database-backup';
import type { Adding } from '../command.js';
import { eventsElsewhere, versionOfAlur } from '../installation.js';
import { bar } from '../progress.js';

type Options = Readonly<{ masterKey?: boolean }>;

/** `alur backup`: everything that is not made again from the events, in one file, while Alur runs. */
export const addBackup: Adding = (program, { withDatabase, say }) => {
  program
    .command('backup')
    .description(
      'write events, keys, accounts, documents and mail to FILE, or to a file of its own in a folder, as of one moment and while Alur runs',
    )
    .argument('<path>', 'a file, or a folder that is there')
    .option('--with-master-key', 'keep the master key in the file: whoever has it can read everything')
    .option('--without-master-key', 'keep it apart: without it nobody can read a name again')
    .action((path: string, options: Options & Readonly<{ withMasterKey?: boolean; withoutMasterKey?: boolean }>) => {
      if (Boolean(options.withMasterKey) === Boolean(options.withoutMasterKey))
        throw new Error(
          'Say whether the master key goes into the file: --with-master-key or --without-master-key (then keep master.key elsewhere).',
        );
      return withDatabase({ guest: true }, async ({ config, connectionString }) => {
        if (eventsElsewhere(config))
          throw new Error('The events are in EventStoreDB: back it up by its own means, and the database with pg_dump.');
        const now = new Date().toISOString();
        const file = isFolder(path) ? join(path, `alur-${config.tenant}-${now.slice(0, 19).replaceAll(':', '')}Z.backup`) : path;
        if (existsSync(file)) throw new Error(`${file} is there already: choose another name.`);
        const masterKey = masterKeyOf(config);
        const shown = bar('rows', undefined);
        const { position, tables, rows } = await writeBackup({
          connectionString,
          path: file,
          about: {
            version: versionOfAlur(),
            tenant: config.tenant,
            at: now,
            masterKey: options.withMasterKey ? masterKey.toString('base64') : null,
            masterKeyCheck: underMasterKey(masterKey).wrapping.check,
          },
          tell: shown.at,
        }).finally(shown.stop);
        say(`${file}: ${rows} rows of ${tables} tables, the log at ${position}, ${Math.ceil(statSync(file).size / 1024)} KiB`);
        say(
          options.withMasterKey
            ? 'The master key is in it: keep it where nobody else comes.'
            : 'The master key is not in it: keep it apart, and keep it.',
        );
      });
    });
};

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
