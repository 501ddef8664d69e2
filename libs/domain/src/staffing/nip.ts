import { isDay } from './days.js';

/** What is wrong with a civil servant's number, as codes of the catalogue. */
export type NipFault = 'nip.shape' | 'nip.birth-date' | 'nip.first-month' | 'nip.age';

/** The parts of a NIP: birth date, month of appointment as candidate (TMT CPNS), gender, serial number of the day. */
export type Nip = Readonly<{ birthDate: string; firstMonth: string; gender: 'M' | 'F'; serial: string }>;

const SHAPE = /^(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])(\d{3})$/;

/** Reads a NIP (BKN: `YYYYMMDD YYYYMM 1|2 NNN`), or says what is wrong with it. */
export const readNip = (nip: string): Nip | NipFault => {
  const parts = SHAPE.exec(nip);
  if (!parts) return 'nip.shape';
  const [, year, month, day, firstYear, first, gender, serial] = parts;
  const birthDate = `${year}-${month}-${day}`;
  if (!isDay(birthDate)) return 'nip.birth-date';
  if (!isDay(`${firstYear}-${first}-01`)) return 'nip.first-month';
  if (Number(firstYear) - Number(year) < 15) return 'nip.age';
  return { birthDate, firstMonth: `${firstYear}-${first}`, gender: gender === '1' ? 'M' : 'F', serial: serial ?? '' };
};

/** So many of its first digits, the birth date, are shown to everybody. */
export const SHOWN_OF_NIP = 8;

/** For people who need not know all of it: `19800101******1001`. */
export const maskNip = (nip: string): string => (nip.length === 18 ? `${nip.slice(0, SHOWN_OF_NIP)}******${nip.slice(14)}` : nip);
