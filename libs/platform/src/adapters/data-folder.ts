import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { beganAt, isRunning } from './embedded-postgres/process-table.js';

/** A data folder that is ours alone until `release`. */
export type DataFolder = Readonly<{ path: string; release: () => void }>;

const holder = z.object({ pid: z.number().int().positive(), began: z.string().optional() });

/**
 * Takes a data folder for this process: one folder, one Alur.
 *
 * The note of a process that is gone is stale and is replaced, also when its number was given to another process.
 * @param restoring by `alur restore`, which alone may have a folder in which a restore was cut short
 * @throws Error when another Alur uses the folder, or we may not write to it
 */
export const takeDataFolder = (folder: string, { restoring = false } = {}): DataFolder => {
  const path = resolve(folder);
  if (!restoring && restoreOf(path) === 'unfinished')
    throw new Error(`A restore into ${path} did not come to its end. Run alur restore again, or remove the folder.`);
  const note = join(path, 'alur.lock');
  try {
    mkdirSync(path, { recursive: true, mode: 0o711 });
    const other = holderOf(note);
    if (other && isAlive(other)) {
      throw new Error(`The data folder ${path} is in use by process ${other.pid}. Stop it, or choose another with --data-dir.`);
    }
    rmSync(note, { force: true });
    writeFileSync(note, JSON.stringify({ pid: process.pid, began: beganAt(process.pid) }), { flag: 'wx', mode: 0o644 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) {
      throw new Error(
        `The data folder ${path} belongs to another user. Start Alur as that user, or choose another folder with --data-dir.`,
        {
          cause: error,
        },
      );
    }
    throw error;
  }
  return { path, release: () => holderOf(note)?.pid === process.pid && rmSync(note, { force: true }) };
};

const restoreNote = 'restore.unfinished';
/** What is in a folder that nobody has used yet. */
const nothing = ['alur.lock', 'lost+found'];

/** Whether a backup can be restored into a folder: it is empty, or was being restored into when that was cut short. */
export const restoreOf = (folder: string): 'possible' | 'unfinished' | 'impossible' => {
  const found = existsSync(folder) ? readdirSync(folder) : [];
  if (found.includes(restoreNote)) return 'unfinished';
  return found.every((name) => nothing.includes(name)) ? 'possible' : 'impossible';
};

/** Notes that a restore into a folder has begun; until the function it gives is called, nothing else may use it. */
export const beginRestore = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const note = join(folder, restoreNote);
  writeFileSync(note, '');
  return () => rmSync(note);
};

/** Whether another process has the data folder now. */
export const isDataFolderTaken = (folder: string): boolean => {
  const other = holderOf(join(resolve(folder), 'alur.lock'));
  return other !== undefined && isAlive(other);
};

const holderOf = (note: string) => {
  try {
    return holder.parse(JSON.parse(readFileSync(note, 'utf8')));
  } catch {
    return undefined; // absent, or half written by a process that died
  }
};

const isAlive = ({ pid, began }: z.infer<typeof holder>) => {
  if (pid === process.pid || !isRunning(pid)) return false;
  return began === undefined || beganAt(pid) === undefined || beganAt(pid) === began;
};
