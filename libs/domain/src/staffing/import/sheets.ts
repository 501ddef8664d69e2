import { z } from 'zod';
import type { EmployeeType, EmploymentStatus, PostType, UnitKind } from '../events.js';
import { number, optionalDay, optionalEmail, optionalNumber, optionalText, optionalWord, text, word } from './fields.js';
import type { Sheet } from './report.js';

export const unitKinds: Readonly<Record<string, UnitKind>> = {
  OPD: 'agency',
  UNIT: 'unit',
  KECAMATAN: 'district',
  SEKOLAH: 'school',
  PUSKESMAS: 'clinic',
};

export const postTypes: Readonly<Record<string, PostType>> = {
  'PEJABAT NEGARA': 'ELECTED',
  'JPT PRATAMA': 'JPT_PRATAMA',
  'JABATAN PIMPINAN TINGGI PRATAMA': 'JPT_PRATAMA',
  ADMINISTRATOR: 'ADMINISTRATOR',
  PENGAWAS: 'SUPERVISOR',
  FUNGSIONAL: 'FUNCTIONAL',
  'JABATAN FUNGSIONAL': 'FUNCTIONAL',
  PELAKSANA: 'IMPLEMENTER',
};

export const employeeTypes: Readonly<Record<string, EmployeeType>> = {
  PNS: 'PNS',
  CPNS: 'CPNS',
  PPPK: 'PPPK',
  'PEJABAT NEGARA': 'ELECTED',
};

export const statuses: Readonly<Record<string, EmploymentStatus>> = {
  AKTIF: 'active',
  PENSIUN: 'retired',
  BERHENTI: 'dismissed',
  'BERHENTI SEMENTARA': 'suspended',
  CLTN: 'unpaid_leave',
  MENINGGAL: 'deceased',
  'PINDAH INSTANSI': 'moved_out',
};

/** The office that comes with a post. */
export const offices = { KEPALA: 'head', BUPATI: 'regent', SEKDA: 'secretary' } as const;

const echelons = Object.fromEntries(
  ['II.a', 'II.b', 'III.a', 'III.b', 'IV.a', 'IV.b', 'V.a'].flatMap((echelon) => [
    [echelon.toUpperCase(), echelon],
    [echelon.toUpperCase().replace('.', '/'), echelon],
  ]),
);

const UNIT = z.object({ 'KODE UNIT': text(60), 'NAMA UNIT': text(200), INDUK: optionalText(60), 'JENIS UNIT': word(unitKinds) });

const JABATAN = z.object({
  'KODE JABATAN': text(80),
  'NAMA JABATAN': text(200),
  'UNIT ORGANISASI': text(60),
  'JENIS JABATAN': word(postTypes),
  ESELON: optionalWord(echelons),
  'KELAS JABATAN': optionalNumber(1, 17),
  BUP: optionalNumber(50, 70),
  KEBUTUHAN: number(0, 9999),
  KEDUDUKAN: optionalWord(offices),
  RUMPUN: optionalText(60),
});

const PEGAWAI = z.object({
  NIP: text(30),
  NAMA: text(200),
  'JENIS KELAMIN': optionalWord({ L: 'M', P: 'F', 'LAKI-LAKI': 'M', PRIA: 'M', PEREMPUAN: 'F', WANITA: 'F' } as const),
  'TANGGAL LAHIR': optionalDay,
  'JENIS PEGAWAI': optionalWord(employeeTypes),
  STATUS: optionalWord(statuses),
  'GOL RUANG': optionalText(10),
  'TMT GOLONGAN': optionalDay,
  'TMT CPNS': optionalDay,
  'TMT PNS': optionalDay,
  PENDIDIKAN: optionalText(60),
  JURUSAN: optionalText(120),
  JABATAN: optionalText(80),
  'JENIS JABATAN': optionalWord(postTypes),
  'TMT JABATAN': optionalDay,
  'TANGGAL PELANTIKAN': optionalDay,
  'NO SK JABATAN': optionalText(120),
  'UNIT ORGANISASI': optionalText(200),
  ESELON: optionalWord(echelons),
  HUKDIS: z.string().optional(),
  EMAIL: optionalEmail,
  'NO HP': optionalText(30),
});

export type UnitRow = z.output<typeof UNIT>;
export type PostRow = z.output<typeof JABATAN>;
export type PersonRow = z.output<typeof PEGAWAI>;

/** The kinds of sheets there are: how each is recognised, and what its rows hold. */
export const sheets = {
  PEGAWAI: { schema: PEGAWAI, mark: 'NIP', required: ['NIP', 'NAMA'], known: Object.keys(PEGAWAI.shape) },
  JABATAN: {
    schema: JABATAN,
    mark: 'KODE JABATAN',
    required: ['KODE JABATAN', 'NAMA JABATAN', 'UNIT ORGANISASI', 'JENIS JABATAN', 'KEBUTUHAN'],
    known: Object.keys(JABATAN.shape),
  },
  UNIT: { schema: UNIT, mark: 'KODE UNIT', required: ['KODE UNIT', 'NAMA UNIT', 'JENIS UNIT'], known: Object.keys(UNIT.shape) },
} as const;

/** The kind of sheet that these column titles are of. */
export const sheetWith = (titles: readonly string[]): Sheet | undefined => {
  const kinds: readonly Sheet[] = ['PEGAWAI', 'JABATAN', 'UNIT'];
  return kinds.find((kind) => titles.includes(sheets[kind].mark));
};

/** Columns of predicates are named by their year: `PREDIKAT 2025`. */
export const predicateYear = (title: string): number | undefined => {
  const year = /^PREDIKAT (\d{4})$/.exec(title)?.[1];
  return year === undefined ? undefined : Number(year);
};

/** The words of PermenPANRB 6/2022. */
export const predicateWords = {
  'SANGAT BAIK': 'very_good',
  BAIK: 'good',
  'BUTUH PERBAIKAN': 'needs_improvement',
  KURANG: 'poor',
  'SANGAT KURANG': 'very_poor',
} as const;
