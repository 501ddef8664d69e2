import ExcelJS from 'exceljs';
import { Codec, openTransactor, type Recorded } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import type { PersonEvent } from '../events.js';
import { person } from '../person/person.js';
import { streamOf } from '../ids.js';
import { filesInMemory } from './files.js';
import { Importer, type Predicates } from './importer.js';

const by = { actor: 'system:import', at: '2026-11-24T02:00:00.000Z' };

/** Another context's business; here it only has to be told once. */
const predicates: Predicates = { record: async () => 0, pending: async () => 0 };

const opened = () => {
  const store = new MemoryEventStore();
  const vault = new MemoryKeyVault();
  const transactor = openTransactor({ store, codec: new Codec(vault, { personalFields: { PersonRegistered: ['personal'] } }) });
  const files = filesInMemory();
  const parts = { transactor, files, tenant: 'test', personId: (nip: string) => vault.pseudonym('person', nip), predicates };
  return { store, files, parts, importer: new Importer(parts) };
};

const events = async (store: MemoryEventStore): Promise<readonly Recorded[]> => {
  const all: Recorded[] = [];
  for await (const batch of store.readAll()) all.push(...batch);
  return all;
};

type Table = readonly (readonly unknown[])[];
const UNIT: Table = [
  ['KODE UNIT', 'NAMA UNIT', 'INDUK', 'JENIS UNIT'],
  ['KAB', 'Pemerintah Kabupaten', '', 'OPD'],
  ['DIKBUD', 'Dinas Pendidikan', 'KAB', 'OPD'],
  ['SD1', 'SD Negeri 1', 'DIKBUD', 'SEKOLAH'],
];
const JABATAN: Table = [
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
  ['DIKBUD.KADIS', 'Kepala Dinas', 'DIKBUD', 'JPT Pratama', 'II.b', 14, 60, 1, 'KEPALA', ''],
  ['SD1.GURU', 'Guru Ahli Pertama', 'SD1', 'Fungsional', '', 8, 60, 400, '', 'teacher'],
];
const TITLES = [
  'NIP',
  'NAMA',
  'JENIS KELAMIN',
  'TANGGAL LAHIR',
  'JENIS PEGAWAI',
  'GOL RUANG',
  'TMT CPNS',
  'JABATAN',
  'TMT JABATAN',
  'UNIT ORGANISASI',
  'PREDIKAT 2025',
  'HUKDIS',
];
const teacher = (n: number, more: Readonly<Record<string, unknown>> = {}): readonly unknown[] => {
  const cells: Readonly<Record<string, unknown>> = {
    NIP: `198501012010011${String(n).padStart(3, '0')}`,
    NAMA: `Guru ${n}`,
    'JENIS KELAMIN': 'L',
    'TANGGAL LAHIR': '01-01-1985',
    'JENIS PEGAWAI': 'PNS',
    'GOL RUANG': 'III/c',
    'TMT CPNS': '2010-01-01',
    JABATAN: 'SD1.GURU',
    'TMT JABATAN': '2015-07-01',
    'UNIT ORGANISASI': 'SD Negeri 1',
    'PREDIKAT 2025': 'Baik',
    HUKDIS: '',
    ...more,
  };
  return TITLES.map((title) => cells[title]);
};
const people = (count: number, odd: Readonly<Record<number, Readonly<Record<string, unknown>>>> = {}): Table => [
  TITLES,
  ...Array.from({ length: count }, (_, n) => teacher(n + 1, odd[n + 1])),
];

const xlsx = async (...tables: readonly Table[]): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  tables.forEach((table, index) => workbook.addWorksheet(`Lembar ${index}`).addRows(table.map((row) => [...row])));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

describe('a file with bad rows', () => {
  it('is reported row by row, and nothing of it is taken over', async () => {
    const { store, importer } = opened();
    const bytes = await xlsx(
      UNIT,
      JABATAN,
      people(300, {
        7: { NIP: '198513012010011007' },
        70: { 'TANGGAL LAHIR': '31-02-1985' },
        100: { JABATAN: 'SD1.TIDAKADA' },
        200: { 'GOL RUANG': 'V/a' },
        300: { 'PREDIKAT 2025': 'Lumayan' },
      }),
    );

    const { outcome, report, changes } = await importer.import(bytes, by);

    expect(outcome).toBe('refused');
    expect(changes).toBe(0);
    expect(report.bad.map(({ sheet, row, column, value, code }) => [sheet, row, column, value, code])).toEqual([
      ['PEGAWAI', 8, 'NIP', '198513012010011007', 'nip.birth-date'],
      ['PEGAWAI', 71, 'TANGGAL LAHIR', '31-02-1985', 'import.bad-date'],
      ['PEGAWAI', 101, 'JABATAN', 'SD1.TIDAKADA', 'import.unknown-post'],
      ['PEGAWAI', 201, 'GOL RUANG', 'V/a', 'import.unknown-grade'],
      ['PEGAWAI', 301, 'PREDIKAT 2025', 'Lumayan', 'import.unknown-predicate'],
    ]);
    expect(report.bad.every(({ why }) => why.id !== '' && why.en !== '')).toBe(true);
    expect(await events(store)).toEqual([]);
  });

  it('does not blame those who point at a bad row', async () => {
    const broken = JABATAN.map((row) => (row[0] === 'SD1.GURU' ? row.map((cell) => (cell === 400 ? 'banyak' : cell)) : row));
    const { bad } = await opened().importer.check(await xlsx(UNIT, broken, people(20)));
    expect(bad.map(({ sheet, column, code }) => [sheet, column, code])).toEqual([['JABATAN', 'KEBUTUHAN', 'import.bad-number']]);
  });

  it('is refused where it is no table at all, or lacks a column', async () => {
    const { importer } = opened();
    expect((await importer.check(new TextEncoder().encode('hello\nworld\n'))).bad[0]?.code).toBe('import.no-known-sheet');
    expect((await importer.check(new Uint8Array([0x50, 0x4b, 1, 2, 3]))).bad[0]?.code).toBe('import.unreadable');
    expect((await importer.check(new TextEncoder().encode('NIP;JABATAN\n198501012010011001;X\n'))).bad).toMatchObject([
      { column: 'NAMA', code: 'import.column-missing' },
    ]);
  });

  it('names a person who stands in it twice, and a circle of units', async () => {
    const twice = [TITLES, teacher(1), teacher(2), teacher(1)];
    const circle: Table = [UNIT[0] ?? [], ['A', 'A', 'B', 'UNIT'], ['B', 'B', 'A', 'UNIT']];
    const { bad } = await opened().importer.check(await xlsx(UNIT, JABATAN, twice));
    expect(bad).toMatchObject([{ row: 4, column: 'NIP', code: 'import.duplicate' }]);
    expect((await opened().importer.check(await xlsx(circle))).bad.map(({ code }) => code)).toContain('import.unit-circle');
  });
});

describe('a good file', () => {
  it('is taken over once, and changes nothing the second time', async () => {
    const { store, importer } = opened();
    const bytes = await xlsx(UNIT, JABATAN, people(50));
    const told: number[] = [];

    expect(await importer.import(bytes, by, ({ done }) => told.push(done))).toMatchObject({
      outcome: 'accepted',
      report: { units: 3, posts: 2, people: 50, bad: [] },
      changes: 3 + 2 + 50 * 3,
    });
    expect(told.at(-1)).toBe(55);
    const before = await events(store);
    expect(before[0]?.type).toBe('ImportAccepted');
    expect(before.at(-1)?.type).toBe('ImportCompleted');

    expect(await importer.import(bytes, by)).toMatchObject({ outcome: 'unchanged', changes: 0 });
    expect(await events(store)).toHaveLength(before.length);
  });

  it('keeps names and numbers out of clear text', async () => {
    const { store, importer } = opened();
    await importer.import(await xlsx(UNIT, JABATAN, people(1)), by);
    expect(JSON.stringify((await events(store)).map(({ data, stream }) => [data, stream]))).not.toMatch(/Guru 1|19850101/);
  });

  it('records only what is new when a later file comes', async () => {
    const { importer } = opened();
    await importer.import(await xlsx(UNIT, JABATAN, people(10)), by);
    expect(await importer.import(await xlsx(UNIT, JABATAN, people(10, { 3: { 'GOL RUANG': 'III/d' } })), by)).toMatchObject({
      changes: 1,
    });
  });

  it('may hold people only, once their posts are known', async () => {
    const { importer } = opened();
    await importer.import(await xlsx(UNIT, JABATAN), by);
    const csv = `\uFEFF${people(2)
      .map((row) => row.join(';'))
      .join('\r\n')}\r\n\r\n`;
    expect(await importer.import(new TextEncoder().encode(csv), by)).toMatchObject({
      outcome: 'accepted',
      report: { people: 2, bad: [] },
    });
  });

  it('is read as people type it: dates as dates, apostrophes, odd blanks, empty rows', async () => {
    const { importer } = opened();
    const odd = {
      NIP: "'198501012010011001 ",
      'TANGGAL LAHIR': new Date(Date.UTC(1985, 0, 1)),
      'GOL RUANG': '\u00A0III/c',
      'TMT CPNS': 40179,
    };
    const { bad, warnings } = await importer.check(await xlsx(UNIT, JABATAN, [TITLES, [], teacher(1, odd), []]));
    expect({ bad, warnings }).toEqual({ bad: [], warnings: [] });
  });

  it('may fill a post beyond its need, which is pointed out', async () => {
    const scarce = JABATAN.map((row) => row.map((cell) => (cell === 400 ? 1 : cell)));
    const { bad, warnings } = await opened().importer.check(await xlsx(UNIT, scarce, people(2)));
    expect(bad).toEqual([]);
    expect(warnings).toMatchObject([{ sheet: 'JABATAN', row: 3, column: 'KEBUTUHAN', code: 'import.overfilled' }]);
  });
});

it('is taken up again after an interruption, and comes to the same', async () => {
  const bytes = await xlsx(UNIT, JABATAN, people(40));
  const whole = opened();
  await whole.importer.import(bytes, by);

  const { store, parts, files } = opened();
  let left = 25;
  const breaking = new Importer({
    ...parts,
    predicates: { ...predicates, record: async () => (left-- > 0 ? 0 : Promise.reject(new Error('the power is gone'))) },
  });
  await expect(breaking.import(bytes, by)).rejects.toThrow('the power is gone');
  expect((await events(store)).some(({ type }) => type === 'ImportCompleted')).toBe(false);

  const restarted = new Importer(parts);
  expect(await restarted.resume()).toHaveLength(1);
  const sorted = async (from: MemoryEventStore) => (await events(from)).map(({ id }) => id).sort();
  expect(await sorted(store)).toEqual(await sorted(whole.store));
  expect(await files.pending()).toEqual([]);
  expect(await restarted.resume()).toEqual([]);
});

it('brings nothing back of somebody who was forgotten, not even how he worked', async () => {
  const { store, parts } = opened();
  const told: string[] = [];
  const importer = new Importer({
    ...parts,
    predicates: { record: async (who) => told.push(who), pending: async (who) => told.push(who) },
  });
  await importer.import(await xlsx(UNIT, JABATAN, people(2)), by);
  const [first = ''] = told.splice(0);
  const letter = '0193f0b2-0000-7000-8000-000000000001';
  const forgetting = {
    ...person,
    decide: (): readonly PersonEvent[] => [
      {
        type: 'PersonForgotten',
        data: {
          id: first,
          reason: 'JRA',
          by: 'hr',
          outOfServiceFrom: '1990-01-01',
          retention: { years: 30, source: 'JRA' },
          at: by.at,
        },
      },
    ],
  };
  const meta = {
    actor: 'hr',
    commandId: letter,
    correlationId: letter,
    causationId: letter,
    at: by.at,
    tenant: 'test',
    subject: first,
  };
  const command = {
    type: 'ForgetPerson',
    data: { id: first, reason: '', by: '', retention: { years: 30, source: '' }, at: by.at },
  } as const;
  await parts.transactor.transact(streamOf.person('test', first), forgetting, command, meta);
  const before = (await events(store)).length;

  const again = people(2, { 1: { NAMA: 'Guru Lain', 'PREDIKAT 2025': 'Kurang' } });
  const { outcome } = await importer.import(await xlsx(UNIT, JABATAN, again), by);

  expect(outcome).toBe('accepted');
  expect(told).not.toContain(first);
  expect((await events(store)).slice(before).map(({ stream }) => stream)).not.toContain(streamOf.person('test', first));
});
