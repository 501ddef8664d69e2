import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `definitions/`, from the sources as well as from dist/. */
export const packageRoot = (from = dirname(fileURLToPath(import.meta.url))): string => {
  if (existsSync(join(from, 'definitions', 'definition.schema.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('The folder definitions/ was not found above the program.');
  return packageRoot(parent);
};
