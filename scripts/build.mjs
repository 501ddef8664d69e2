/**
 * Compiles apps and libs into dist/ in about a second.
 *
 * One pass over everything, with the compiler that the tests use. Aliases (`@app/…`) are turned into relative paths
 * by the same table that TypeScript reads. Files are replaced only when they differ, so that a running process that
 * imports late does not find a hole. `nest build` gives the same tree with `tsc`, slower.
 */
import { transform } from '@swc/core';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { root } from './bootstrap.mjs';
import { swcOptions } from './swc.mjs';

const out = join(root, 'dist');
const tsconfig = JSON.parse(await readFile(join(root, 'tsconfig.json'), 'utf8'));
const aliases = Object.entries(tsconfig.compilerOptions.paths).map(([alias, [target]]) => ({
  pattern: new RegExp(`^${alias.replace('*', '(.+)')}$`),
  target: target.replace('*', '$1').replace(/\.ts$/, '.js'),
}));

const resolved = (specifier, file) => {
  const alias = aliases.find(({ pattern }) => pattern.test(specifier));
  if (!alias) throw new Error(`${file}: no alias for ${specifier} in tsconfig.json`);
  const path = relative(dirname(file), specifier.replace(alias.pattern, alias.target)).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
};

const importing = /(\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(["'])(@app\/[^"']+)\2/g;

const compile = async (file) => {
  const source = await readFile(join(root, file), 'utf8');
  const options = { ...swcOptions, filename: join(root, file), sourceMaps: true, swcrc: false };
  const { code, map } = await transform(source, options);
  const name = file.replace(/\.ts$/, '.js');
  const body = code.replace(
    importing,
    (_, keyword, quote, specifier) => `${keyword}${quote}${resolved(specifier, file)}${quote}`,
  );
  await replace(name, `${body}\n//# sourceMappingURL=${name.split('/').at(-1)}.map\n`);
  await replace(`${name}.map`, map ?? '{}');
  return [name, `${name}.map`];
};

const replace = async (name, content) => {
  const path = join(out, name);
  if ((await readFile(path).catch(() => undefined))?.equals(Buffer.from(content))) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.${process.pid}`, content);
  await rename(`${path}.${process.pid}`, path);
};

const copy = async (file) => {
  await replace(file, await readFile(join(root, file)));
  return [file];
};

const filesIn = async (folder) =>
  (await readdir(join(root, folder), { withFileTypes: true, recursive: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    );

const folders = ['apps/api/src', 'apps/worker/src', 'apps/cli/src', 'libs', 'test/bench', 'test/support'];
const files = (await Promise.all(folders.map(filesIn))).flat();
const programs = files.filter((file) => file.endsWith('.ts') && !/\.(spec|contract|d)\.ts$/.test(file));
const assets = files.filter(
  (file) => /\.(json|ttf|otf|png|svg|html)$/.test(file) && !/(tsconfig|package)[^/]*\.json$/.test(file),
);

const made = new Set((await Promise.all([...programs.map(compile), ...assets.map(copy)])).flat());
const old = (await Promise.all(['dist/apps', 'dist/libs', 'dist/test'].map(filesIn)))
  .flat()
  .map((file) => file.slice('dist/'.length));
await Promise.all(old.filter((file) => !made.has(file)).map((file) => rm(join(out, file), { force: true })));
