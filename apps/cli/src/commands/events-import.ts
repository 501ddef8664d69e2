import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { compareStore, type Comparison, importEvents, isSame, linesOf, Unpacking } from '@app/event-store';
import { openPool } from '@app/event-store/adapters/pool';
import { Kysely, PostgresDialect } from 'kysely';
import { Settings } from '../../../worker/src/settings.js';
import type { Adding, Ground } from '../command.js';
import { type KeyOptions, keysToImport } from '../moving-keys.js';
import { bar } from '../progress.js';
import { openStore } from '../stores.js';

type Options = KeyOptions & Readonly<{ to?: string }>;

/** `alur events import`: fills a store from an export, and holds every stream against it. */
export const addTakingIn: Adding = (events, { withDatabase, say, fail }) => {
  events
    .command('import')
    .description(
      'fill a store from an export (- for standard input) and verify every stream; the same command goes on where it was interrupted',
    )
    .argument('<file>', 'what `alur events export` wrote')
    .option('--to <url>', 'the store that is filled; otherwise that of the settings, while Alur is not running')
    .option('--with-keys', 'take over the keys of personal data that are in the file')
    .option('--passphrase-file <file>', 'the passphrase that the keys were wrapped by')
    .action((path: string, options: Options) =>
      withDatabase({ guest: options.to !== undefined }, async (ground) => {
        const { tenant } = ground.config;
        const size = path === '-' ? undefined : (await sizeOf(path)).size;
        const parcel = await Unpacking.open(linesOf(path === '-' ? process.stdin : createReadStream(path)));
        if (parcel.header.tenant !== tenant)
          throw new Error(`These are events of the tenant ${parcel.header.tenant}; this is ${tenant} (TENANT).`);
        const keys = await keysToImport(ground, parcel.header.keys, options);
        if (!keys) say('The keys of personal data are not taken over: no name and no reason can be read here (--with-keys).');
        const { store, atOnce } = await openStore(ground, options.to);

        const shown = size === undefined ? bar('events', undefined) : bar('bytes', size);
        const { trailer, written, known } = await importEvents(parcel, {
          store,
          atOnce,
          ...(keys ? { keys } : {}),
          tell: ({ events: done }, bytes) => shown.at(size === undefined ? done : bytes),
        }).finally(() => shown.stop());
        say(`${written} events written, ${known} were there already`);
        if (options.to === undefined) await noDemo(ground);

        const checking = bar('events verified', trailer.events);
        const comparison = await compareStore(store, tenant, parcel.heads, checking.at).finally(checking.stop);
        report(comparison, trailer.heads, say);
        if (!isSame(comparison)) fail();
      }),
    );
};

const sizeOf = (path: string) =>
  stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`);
  });

/** Somebody's events are no demo, whatever the first start would make of an empty database. */
const noDemo = async ({ connectionString }: Ground): Promise<void> => {
  const db = new Kysely<object>({
    dialect: new PostgresDialect({ pool: openPool({ connectionString, max: 1, name: 'settings' }) }),
  });
  try {
    const settings = new Settings(db);
    await settings.open();
    if ((await settings.read('demo')) === undefined) await settings.write('demo', 'none');
  } finally {
    await db.destroy();
  }
};

const MOST = 50;

const report = (
  { streams, events, digest, broken, missing, different, unexpected }: Comparison,
  heads: string,
  say: (line: string) => void,
) => {
  const list = (names: readonly string[], what: string) => {
    for (const name of names.slice(0, MOST)) say(`${name}: ${what}`);
    if (names.length > MOST) say(`… and ${names.length - MOST} more of these`);
  };
  if (broken) say(`${broken.stream} at revision ${broken.revision}: ${broken.why}`);
  list(missing, 'not there, or not to its end');
  list(different, 'another head than in the export');
  list(unexpected, 'not in the export');
  say(`${streams} streams, ${events} events, ${missing.length + different.length + (broken ? 1 : 0)} wrong`);
  if (digest === heads) say(`every stream ends as it did: heads ${digest}`);
};
