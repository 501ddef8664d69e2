import ExcelJS from 'exceljs';
import { Codec, openTransactor } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { generateDemo } from '../demo/generate.js';
import { tablesOf } from '../demo/write.js';
import { filesInMemory } from './files.js';
import { Importer } from './importer.js';

const demo = generateDemo({ year: 2026 });
const by = { actor: 'system:import', at: '2026-11-24T02:00:00.000Z' };

/** The whole regency as a workbook, with some cells of PEGAWAI overwritten: by row of the sheet and title. */
const workbook = async (odd: Readonly<Record<number, Readonly<Record<string, string>>>> = {}): Promise<Uint8Array> => {
  const file = new ExcelJS.Workbook();
  for (const { sheet, rows } of tablesOf(demo)) {
    const titles = rows[0] ?? [];
    const changed = rows.map((row, index) =>
      row.map((cell, column) => (sheet === 'PEGAWAI' ? (odd[index + 1]?.[String(titles[column])] ?? cell) : cell)),
    );
    file.addWorksheet(sheet).addRows(changed);
  }
  return new Uint8Array(await file.xlsx.writeBuffer());
};

it('a regency with five bad rows is refused with five reports; the good file is taken over, once', async () => {
  const store = new MemoryEventStore();
  const vault = new MemoryKeyVault();
  const importer = new Importer({
    transactor: openTransactor({ store, codec: new Codec(vault) }),
    files: filesInMemory(),
    tenant: 'test',
    personId: (nip) => vault.pseudonym('person', nip),
    predicates: { record: async () => 0, pending: async () => 0 },
  });
  const odd = {
    100: { NIP: '12345' },
    1000: { 'TMT JABATAN': '2024-02-31' },
    2000: { JABATAN: 'TIDAK.ADA' },
    3000: { 'PREDIKAT 2025': 'CUKUP' },
    3800: { NAMA: '' },
  };

  const refused = await importer.import(await workbook(odd), by);
  expect(refused.report.people).toBe(demo.people.length);
  expect(refused.report.bad.map(({ row, column, value }) => [row, column, value])).toEqual([
    [100, 'NIP', '12345'],
    [1000, 'TMT JABATAN', '2024-02-31'],
    [2000, 'JABATAN', 'TIDAK.ADA'],
    [3000, 'PREDIKAT 2025', 'CUKUP'],
    [3800, 'NAMA', ''],
  ]);
  expect(await store.head()).toBeUndefined();

  const good = await workbook();
  expect(await importer.import(good, by)).toMatchObject({ outcome: 'accepted', report: { bad: [] } });
  const head = await store.head();
  expect(await importer.import(good, by)).toMatchObject({ outcome: 'unchanged', changes: 0 });
  expect(await store.head()).toBe(head);
}, 60_000);
