/**
 * Brings a clone to where it can run: installs what the lock says, builds what has changed.
 *
 * Uses Node built-ins only, because it runs before anything is installed. Everything is decided by content hashes,
 * so a second run costs a fraction of a second and a changed clock changes nothing.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);
const say = (line) => process.stderr.write(`${line}\n`);

/** @param {string} folder @returns {string[]} every file in it that is a source, in a stable order */
const filesIn = (folder) =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true })
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => {
          if (['node_modules', 'dist', 'coverage'].includes(entry.name) || /\.(spec|contract)\.tsx?$/.test(entry.name)) return [];
          const path = join(folder, entry.name);
          return entry.isDirectory() ? filesIn(path) : [path];
        });

const hashOf = (files) => {
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

/** Does `work` unless the stamp says that it was done for the same content. */
const once = async (stamp, hash, work) => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
};

/** Runs a program and says every ten seconds that it still does. */
const run = (what, command, args) =>
  new Promise((resolve, reject) => {
    const began = Date.now();
    const seconds = () => Math.round((Date.now() - began) / 1000);
    say(`${what} …`);
    const ticking = setInterval(() => say(`  … ${seconds()} s`), 10_000);
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
    const settle = (outcome) => {
      clearInterval(ticking);
      if (outcome === 0) return resolve(say(`  done in ${seconds()} s`));
      reject(new Error(`${what} failed: ${outcome instanceof Error ? outcome.message : `exit code ${outcome}`}`));
    };
    child.once('error', settle);
    child.once('exit', (code, signal) => settle(code ?? new Error(String(signal))));
  });

const npm = (args) => {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return [process.execPath, [cli, ...args]];
  return process.platform === 'win32' ? [process.env.ComSpec ?? 'cmd.exe', ['/c', 'npm', ...args]] : ['npm', args];
};

/** Whether what lies in node_modules is what the lock says, also when it was installed by hand. npm notes it there. */
const isInstalled = () => {
  const note = at('node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (optional && !found[path]) || (found[path]?.version === version && existsSync(at(path))),
  );
};

const install = () => {
  if (isInstalled()) return undefined;
  const [command, args] = npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  return run('Installing packages, once, about a minute', command, args);
};

const sources = () => [
  ...['apps/api', 'apps/worker', 'apps/cli', 'libs', 'test/bench', 'test/support'].flatMap((folder) => filesIn(at(folder))),
  ...['tsconfig.json', 'scripts/build.mjs', 'scripts/swc.mjs'].map((file) => at(file)),
];

/** @param {{ web?: boolean }} [options] whether the browser's part is wanted as well */
export const bootstrap = async ({ web = true } = {}) => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Alur needs Node 20.19 or newer; this is ${process.version}.`);
  await once(at('node_modules/.alur-installed'), hashOf([at('package-lock.json')]), install);
  await once(at('dist/.built'), hashOf(sources()), () => run('Building', process.execPath, [at('scripts/build.mjs')]));
  if (!web || !existsSync(at('apps/web/index.html'))) return;
  const site = [...filesIn(at('apps/web')), ...filesIn(at('libs/domain/src')).filter((file) => file.endsWith('texts.ts'))];
  await once(at('dist/.built-web'), hashOf(site), async () => {
    // Beside the present one and then in its place, so that a running server always has a site.
    const fresh = at(`dist/web-${process.pid}`);
    const options = ['--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
    await run('Building the web interface', process.execPath, [
      at('node_modules/vite/bin/vite.js'),
      'build',
      at('apps/web'),
      ...options,
    ]);
    rmSync(at('dist/web'), { recursive: true, force: true });
    renameSync(fresh, at('dist/web'));
  });
};

/** For the scripts that stand on it: one line instead of a stack, and the right exit code. */
export const main = (work) =>
  work().catch((error) => {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) main(() => bootstrap());
