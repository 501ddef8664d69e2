/** Fails when the lock leaves out an optional platform package: `npm ci` would refuse it on some other machine. */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.keys((path && entry.optionalDependencies) || {})
    .filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
    .map((name) => `${name}, wanted by ${path} ${entry.version}, is not in package-lock.json`),
);
for (const line of missing) console.error(line);
process.exit(missing.length > 0 ? 1 : 0);
