import ExcelJS from 'exceljs';
import type { DemoData } from './generate.js';
import { withoutTimes } from './still-zip.js';

type Table = Readonly<{ sheet: 'UNIT' | 'JABATAN' | 'PEGAWAI'; rows: readonly (readonly (string | number)[])[] }>;

/** The demo in the columns of the import (docs/import.md). */
export const tablesOf = ({ units, posts, people, years }: DemoData): readonly Table[] => [
  {
    sheet: 'UNIT',
    rows: [
      ['KODE UNIT', 'NAMA UNIT', 'INDUK', 'JENIS UNIT'],
      ...units.map(({ code, name, parent, kind }) => [code, name, parent, kind]),
    ],
  },
  {
    sheet: 'JABATAN',
    rows: [
      [
        'KODE JABATAN',
        'NAMA JABATAN',
        'UNIT ORGANISASI',
        'JENIS JABATAN',
        'ESELON',
        'KELAS JABATAN',
        'BUP',
        'KEBUTUHAN',
        'KEDUDUKAN',
        'RUMPUN',
      ],
      ...posts.map((post) => [
        post.code,
        post.title,
        post.unit,
        post.type,
        post.echelon,
        post.jobClass,
        post.retirementAge,
        post.need,
        post.office,
        post.family,
      ]),
    ],
  },
  {
    sheet: 'PEGAWAI',
    rows: [
      [
        'NIP',
        'NAMA',
        'JENIS KELAMIN',
        'TANGGAL LAHIR',
        'JENIS PEGAWAI',
        'STATUS',
        'GOL RUANG',
        'TMT GOLONGAN',
        'TMT CPNS',
        'TMT PNS',
        'PENDIDIKAN',
        'JURUSAN',
        'JABATAN',
        'TMT JABATAN',
        'TANGGAL PELANTIKAN',
        'NO SK JABATAN',
        ...years.map((year) => `PREDIKAT ${year}`),
        'HUKDIS',
        'EMAIL',
      ],
      ...people.map((one) => [
        one.nip,
        one.name,
        one.gender,
        one.birthDate,
        one.type,
        one.status,
        one.grade,
        one.gradeSince,
        one.firstAppointed,
        one.appointed,
        one.education,
        one.field,
        one.post,
        one.since,
        one.inaugurated,
        one.decree,
        ...years.map((year) => one.predicates[year] ?? ''),
        one.sanctions,
        one.email,
      ]),
    ],
  },
];

/** One workbook with the three sheets. The same bytes for the same data, so that it is recognised as the same file. */
export const demoWorkbook = async (data: DemoData): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(data.years[1] + 1, 0, 1));
  for (const { sheet, rows } of tablesOf(data)) workbook.addWorksheet(sheet).addRows(rows.map((row) => [...row]));
  return withoutTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
};

/** One sheet as CSV with semicolons, as spreadsheets here write it. */
export const demoCsv = (data: DemoData, sheet: Table['sheet']): string => {
  const rows = tablesOf(data).find((table) => table.sheet === sheet)?.rows ?? [];
  const cell = (value: string | number) =>
    /[;"\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
};
