import { setTimeout as pause } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { readFile } from './read.js';
import { XlsxReader } from './xlsx.js';

const UNIT = ['KODE UNIT', 'NAMA UNIT', 'INDUK', 'JENIS UNIT'];

/** Sheets of units, whose names have letters of two and three bytes throughout. */
const workbook = async (sheets: number, rows: number): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const named = Array.from({ length: rows }, (_, row) => [`U${sheet}.${row}`, `Désa – “Tlogo” ${row}`.repeat(8), '', 'OPD']);
    book.addWorksheet(`Lembar ${sheet}`).addRows([UNIT, ...named]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
};

describe('a workbook', () => {
  it('is read whole, however long whoever reads it takes over a sheet', async () => {
    const bytes = await workbook(5, 40);
    for (let time = 0; time < 5; time += 1) {
      const seen: number[] = [];
      for await (const sheet of new XlsxReader(bytes)) {
        await pause(0);
        let rows = 0;
        for await (const row of sheet) {
          rows += 1;
          if (row.number === 20) await pause(0);
        }
        seen.push(rows);
      }
      expect(seen).toEqual([41, 41, 41, 41, 41]);
    }
  });

  it('is read as it is written, also where many are read beside each other', async () => {
    const bytes = await workbook(3, 400);
    const files = await Promise.all(Array.from({ length: 8 }, () => readFile(bytes)));
    for (const { bad, rows } of files) {
      expect([bad, rows.length]).toEqual([[], 1_200]);
      expect(rows.filter(({ cells }) => cells['NAMA UNIT']?.includes('\uFFFD'))).toEqual([]);
    }
  });

  it('that is none, or was cut short, is unreadable', async () => {
    const bytes = await workbook(1, 10);
    for (const spoiled of [bytes.subarray(0, bytes.length - 200), Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])])
      expect((await readFile(spoiled)).bad.map(({ code }) => code)).toEqual(['import.unreadable']);
  });
});
