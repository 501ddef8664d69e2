import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type EventStore, exportEvents, linesOf, Unpacking } from '@app/event-store';
import type { Adding } from '../command.js';
import { type KeyOptions, keysToExport, type MovingKeys } from '../moving-keys.js';
import { bar } from '../progress.js';
import { openStore } from '../stores.js';

type Options = KeyOptions & Readonly<{ from?: string }>;

/** `alur events export`: the events of this tenant, as a file that another store can be filled from. */
export const addExport: Adding = (events, { withDatabase, say }) => {
  events
    .command('export')
    .description(
      'write the events of this tenant to FILE (or - for standard output): NDJSON with checksums; the same command goes on with an export that was interrupted',
    )
    .argument('<file>', 'where to')
    .option('--from <url>', 'the store they are read from; otherwise that of the settings')
    .option(
      '--with-keys',
      'take along the keys of personal data, wrapped under the master key: without them nobody reads a name at the other end',
    )
    .option(
      '--passphrase-file <file>',
      'wrap the keys by the passphrase in this file instead: for an end with another master key',
    )
    .action((path: string, options: Options) =>
      withDatabase({ guest: true }, async (ground) => {
        if (path !== '-' && existsSync(path)) throw new Error(`${path} is there already: remove it, or choose another name.`);
        const { store } = await openStore(ground, options.from);
        const { tenant } = ground.config;
        const partial = `${path}.partial`;
        const begun = path === '-' || !existsSync(partial) ? undefined : await begunIn(partial, store, tenant, options);
        const keys = await keysToExport(ground, options, begun?.parcel.header.keys);
        if (path === '-') return void (await write({ store, tenant, keys }, toStdout));
        const trailer = await intoFile(partial, { store, tenant, keys, begun });
        await rename(partial, path);
        await syncFolder(dirname(path));
        say(
          `${path}: ${trailer.events} events in ${trailer.streams} streams${keys ? `, ${trailer.keys} keys` : ', without keys'}; heads ${trailer.heads}`,
        );
      }),
    );
};

type Parts = Readonly<{ store: EventStore; tenant: string; keys: MovingKeys | undefined; begun?: Begun | undefined }>;
type Begun = Readonly<{ parcel: Unpacking; bytes: number }>;

const write = async ({ store, tenant, keys, begun }: Parts, put: (text: string) => Promise<unknown>) => {
  const head = Number((await store.head()) ?? 0);
  const shown = bar('events', Number.isSafeInteger(head) ? head : undefined);
  const exporting = exportEvents({ store, tenant, ...(keys ? { keys } : {}), ...(begun ? { begun: begun.parcel } : {}) });
  try {
    for (;;) {
      const next = await exporting.next();
      if (next.done) return next.value;
      await put(next.value.text);
      shown.at(Number.isSafeInteger(head) ? Number(next.value.progress.position ?? 0) : next.value.progress.events);
    }
  } finally {
    shown.stop();
  }
};

const intoFile = async (partial: string, parts: Parts) => {
  const file = await open(partial, parts.begun ? 'r+' : 'w', 0o600);
  try {
    let at = parts.begun?.bytes ?? 0;
    await file.truncate(at);
    const trailer = await write(parts, async (text) => {
      const bytes = Buffer.from(text);
      await whole(file, bytes, at);
      at += bytes.length;
    });
    await file.sync();
    return trailer;
  } finally {
    await file.close();
  }
};

const whole = async (file: FileHandle, bytes: Buffer, at: number): Promise<void> => {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
};

const toStdout = (text: string): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

/** What an interrupted export left, up to its last whole block. `undefined` where that is not worth anything. */
const begunIn = async (
  partial: string,
  store: EventStore,
  tenant: string,
  { withKeys = false }: Options,
): Promise<Begun | undefined> => {
  if ((await stat(partial)).size === 0) return undefined;
  const other = new Error(`${partial} is the beginning of another export: remove it, or choose another name.`);
  let bytes = 0;
  const parcel = await Unpacking.open(linesOf(createReadStream(partial))).catch(() => undefined);
  if (!parcel) return undefined; // not even its header was written
  try {
    for await (const block of parcel.blocks()) bytes = block.bytes;
  } catch {
    throw new Error(`${partial} was changed since it was written: remove it.`);
  }
  if (parcel.header.tenant !== tenant || (parcel.header.keys !== null) !== withKeys) throw other;
  for (const [stream, { revision, hash }] of parcel.heads.entries()) {
    for await (const event of store.read(stream, revision)) {
      if (event.metadata.hash !== hash) throw other;
      return { parcel, bytes };
    }
    throw other;
  }
  return undefined;
};
