import { isDay } from '../days.js';

/** The title of a column as it is looked up: capitals, single blanks, without dots. */
export const titleOf = (cell: string): string => {
  const title = cell.replace(/[._]/g, ' ').replace(/\s+/g, ' ').trim().toUpperCase();
  return ALIASES[title] ?? title;
};

const ALIASES: Readonly<Record<string, string>> = {
  'NIP BARU': 'NIP',
  'NAMA PEGAWAI': 'NAMA',
  'TGL LAHIR': 'TANGGAL LAHIR',
  'GOLONGAN RUANG': 'GOL RUANG',
  GOLONGAN: 'GOL RUANG',
  'TMT GOL': 'TMT GOLONGAN',
  'TINGKAT PENDIDIKAN': 'PENDIDIKAN',
  'HUKUMAN DISIPLIN': 'HUKDIS',
  'KODE JABATAN PEGAWAI': 'JABATAN',
  'UNIT KERJA': 'UNIT ORGANISASI',
  UNOR: 'UNIT ORGANISASI',
  KELAS: 'KELAS JABATAN',
  'E-MAIL': 'EMAIL',
  SUREL: 'EMAIL',
  'NOMOR HP': 'NO HP',
};

/** A cell as text: no byte-order mark, no leading apostrophe, no odd blanks. */
export const cleaned = (text: string): string =>
  text
    .replace(/[\u200B\uFEFF]/g, '')
    .replace(/[\u00A0\s]+/g, ' ')
    .trim()
    .replace(/^'+/, '')
    .trim();

/** A day written in one of the ways that spreadsheets and SIASN use, as `YYYY-MM-DD`; `undefined` for what is none. */
export const dayIn = (text: string): string | undefined => {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00.*)?$/.exec(text)?.[1];
  if (iso) return isDay(iso) ? iso : undefined;
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (day && month && year) {
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(written) ? written : undefined;
  }
  return /^[2-7]\d{4}$/.test(text) ? fromSerial(Number(text)) : undefined;
};

/** A spreadsheet's own count of days since 30 December 1899. */
const fromSerial = (serial: number): string => new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
