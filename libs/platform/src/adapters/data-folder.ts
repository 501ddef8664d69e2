import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
 * @throws Error when another Alur uses the folder, or we may not write to it
 */
export const takeDataFolder = (folder: string): DataFolder => {
  const path = resolve(folder);
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
