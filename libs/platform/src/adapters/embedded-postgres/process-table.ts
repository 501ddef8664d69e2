import { readFileSync } from 'node:fs';

/** Whether a process is there and not a zombie that nobody collects. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return statOf(pid)?.state !== 'Z';
};

/** When a process began, as the kernel counts it: tells it from a later one with the same number. Linux only. */
export const beganAt = (pid: number): string | undefined => statOf(pid)?.began;

/** What a process calls itself. Linux only. */
export const nameOf = (pid: number): string | undefined => statOf(pid)?.name;

const statOf = (pid: number) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8'); // pid (name) state … the 22nd field is the start
    const [open, close] = [stat.indexOf('('), stat.lastIndexOf(')')];
    const rest = stat.slice(close + 2).split(' ');
    return { name: stat.slice(open + 1, close), state: rest[0], began: rest[19] };
  } catch {
    return undefined;
  }
};

/** Whether any process still uses a System V shared memory segment. Where the system doesn't tell, nobody does. */
export const isAttached = (shmid: string): boolean => {
  try {
    const rows = readFileSync('/proc/sysvipc/shm', 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/));
    const [names = []] = rows;
    const [id, attached] = [names.indexOf('shmid'), names.indexOf('nattch')];
    return rows.some((row) => row[id] === shmid && Number(row[attached]) > 0);
  } catch {
    return false;
  }
};
