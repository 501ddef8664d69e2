import type { Retention } from './events.js';

/**
 * In force until the government sets its own: longer than any schedule for personnel files known to us (recalled: archives of personnel
 * are kept by the institution's *Jadwal Retensi Arsip*, UU 43/2009 art. 48). How long it is in truth, a lawyer says.
 */
export const defaultRetention: Retention = {
  years: 30,
  source: 'bawaan Alur, belum ditetapkan pemerintah daerah (JRA menurut UU 43/2009)',
};

/**
 * A retention as somebody wrote it.
 * @throws RangeError in words where it is no whole number of years from 0 to 200, or names no source
 */
export const readRetention = (years: unknown, source: unknown): Retention => {
  const count = typeof years === 'string' && /^\d{1,3}$/.test(years.trim()) ? Number(years) : years;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > 200)
    throw new RangeError('How long a file is kept is a whole number of years, 0 to 200.');
  if (typeof source !== 'string' || source.trim() === '')
    throw new RangeError('Say what it rests on: the number of the JRA, for example.');
  return { years: count, source: source.trim() };
};
