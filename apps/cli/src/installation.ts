import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@app/platform';
import { packageRoot } from '../../worker/src/package-root.js';

/** Whether the database is not all there is. */
export const eventsElsewhere = (config: Config): boolean => config.profile !== 'embedded' && config.eventStoreUrl !== undefined;

/** Of this Alur, as its package.json says. */
export const versionOfAlur = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
};
