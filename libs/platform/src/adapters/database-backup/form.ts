import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { tablePlan } from './tables.js';

/**
 * A backup is one gzipped text: a header in JSON; for each table `{"table":…}`, its rows as COPY writes them, `\\.` and
 * `{"rows":…}`; and a last line with the SHA-256 of everything before it.
 */
export const backupFormat = 1;

const header = z.object({
  alur: z.literal('backup'),
  format: z.number().int(),
  /** Which Alur made it. */
  version: z.string(),
  tenant: z.string(),
  /** An ISO instant in UTC. */
  at: z.string(),
  /** In base64, where it was asked for. */
  masterKey: z.string().nullable(),
  /** Tells whether a master key is the one, without telling it. */
  masterKeyCheck: z.string(),
  /** Position of the newest event. */
  position: z.string(),
  tables: z.array(tablePlan),
});

export type BackupHeader = Readonly<z.infer<typeof header>>;

const ending = z.object({ end: z.literal(true), sha256: z.string() });

/** The file is not what it should be. Its message is for the operator. */
export class BadBackup extends Error {
  override readonly name = 'BadBackup';
}

/** The lines of a backup, without their line feeds. @throws BadBackup where it is no gzip, or ends too early */
export async function* linesIn(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  const text = pipeline(createReadStream(path), createGunzip(), () => undefined);
  try {
    for await (const chunk of text) {
      const bytes = chunk as Buffer; // what gunzip gives
      let from = 0;
      for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
        const last = bytes.subarray(from, to);
        yield rest.length > 0 ? Buffer.concat([...rest, last]) : last;
        [rest, from] = [[], to + 1];
      }
      rest.push(bytes.subarray(from));
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException; // of the file system or of zlib
    if (code === 'ENOENT') throw new BadBackup(`${path} cannot be read: there is no such file.`);
    throw new BadBackup(`${path} is not a whole backup: ${message}.`);
  }
}

/** @throws BadBackup */
export const headerIn = (line: Buffer | undefined): BackupHeader => {
  const read = header.safeParse(jsonOf(line));
  if (!read.success) throw new BadBackup('This is no backup of Alur: its first line is not the header of one.');
  if (read.data.format !== backupFormat)
    throw new BadBackup(`This backup has the format ${read.data.format}; this Alur reads format ${backupFormat}.`);
  return read.data;
};

/** Reads a backup from its beginning to its end and believes nothing. @throws BadBackup */
export const checkBackup = async (path: string): Promise<BackupHeader> => {
  const sum = createHash('sha256');
  let first: BackupHeader | undefined;
  let last: Buffer | undefined;
  for await (const line of linesIn(path)) {
    first ??= headerIn(line);
    if (last) sum.update(last).update('\n');
    last = line;
  }
  const end = ending.safeParse(jsonOf(last));
  if (!first || !end.success) throw new BadBackup('This backup is not whole: its end is missing.');
  if (end.data.sha256 !== sum.digest('hex')) throw new BadBackup('This backup was changed: its checksum is not right.');
  return first;
};

const jsonOf = (line: Buffer | undefined): unknown => {
  try {
    return JSON.parse(line?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
};
