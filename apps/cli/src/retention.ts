import { defaultRetention, readRetention, type Retention } from '@app/domain/staffing';
import type { Foundation } from '../../worker/src/foundation.js';
import { Settings } from '../../worker/src/settings.js';

const key = 'retention.personnel-file';

const settingsOf = async ({ db }: Foundation): Promise<Settings> => {
  const settings = new Settings(db);
  await settings.open();
  return settings;
};

/** How long personnel files are kept here, and by what. */
export const retentionOf = async (alur: Foundation): Promise<Retention> => {
  const written = await (await settingsOf(alur)).read(key);
  if (written === undefined) return defaultRetention;
  const value: unknown = JSON.parse(written);
  if (typeof value !== 'object' || value === null) throw new Error(`The setting ${key} cannot be read.`);
  return readRetention('years' in value ? value.years : undefined, 'source' in value ? value.source : undefined);
};

/** @throws RangeError in words */
export const setRetention = async (alur: Foundation, years: string, source: string): Promise<Retention> => {
  const retention = readRetention(years, source);
  await (await settingsOf(alur)).write(key, JSON.stringify(retention));
  return retention;
};
