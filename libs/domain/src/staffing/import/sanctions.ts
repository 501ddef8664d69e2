import { v5 as uuidV5 } from 'uuid';
import type { Sanction, SanctionLevel } from '../events.js';
import { cleaned, dayIn } from './cells.js';

const LEVELS: Readonly<Record<string, SanctionLevel>> = { RINGAN: 'light', SEDANG: 'medium', BERAT: 'severe' };

/** Reads `TINGKAT; JENIS; MULAI; SAMPAI; NOMOR SK`, several separated by `|`. An empty cell is "none"; `undefined` is unreadable. */
export const readSanctions = (cell: string, person: string): readonly Sanction[] | undefined => {
  const value = cleaned(cell);
  if (value === '' || value === '-' || /^(tidak ada|nihil)$/i.test(value)) return [];
  const read = value.split('|').map((entry) => readOne(entry, person));
  return read.every((one) => one !== undefined) ? read : undefined;
};

const readOne = (entry: string, person: string): Sanction | undefined => {
  const [level = '', kind = '', begins = '', ends = '', letter = ''] = entry.split(';').map((part) => part.trim());
  const from = dayIn(begins);
  const until = ends === '' || ends === '-' ? null : dayIn(ends);
  const known = LEVELS[level.toUpperCase()];
  if (!known || kind === '' || !from || until === undefined || (until !== null && until < from) || letter === '')
    return undefined;
  return { id: uuidV5(`${kind}:${from}:${letter}`, person), level: known, kind, from, until, letter };
};
