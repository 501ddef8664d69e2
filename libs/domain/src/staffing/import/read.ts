import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type ExcelJS from 'exceljs';
import { titleOf } from './cells.js';
import { remark, type Remark, type Sheet } from './report.js';
import { predicateYear, sheets, sheetWith } from './sheets.js';
import { XlsxReader } from './xlsx.js';

/** A row of a sheet, its cells under their titles. `row` is the number a spreadsheet shows. */
export type RawRow = Readonly<{ sheet: Sheet; row: number; cells: Readonly<Record<string, string>> }>;
export type RawFile = Readonly<{
  rows: readonly RawRow[];
  bad: readonly Remark[];
  ignored: readonly Readonly<{ sheet: Sheet; column: string }>[];
}>;

const MOST_ROWS = 200_000;

/** Reads an XLSX file or a CSV with `,`, `;` or tabs. Sheets are recognised by the titles of their columns, wherever these begin; blank rows are left out. */
export const readFile = async (bytes: Uint8Array): Promise<RawFile> => {
  const tables = new Tables();
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) await readXlsx(bytes, tables);
    else await readCsv(bytes, tables);
  } catch {
    return { rows: [], bad: [remark('', 0, '', '', 'import.unreadable')], ignored: [] };
  }
  return tables.done();
};

/** Collects rows of tables under the titles that stand above them. */
class Tables {
  private sheet: Sheet | undefined;
  private titles: readonly string[] = [];
  private readonly rows: RawRow[] = [];
  private readonly bad: Remark[] = [];
  private readonly ignored: Readonly<{ sheet: Sheet; column: string }>[] = [];

  begin(): void {
    this.sheet = undefined;
  }

  add(row: number, cells: readonly string[]): void {
    if (cells.every((cell) => cell.trim() === '') || this.rows.length > MOST_ROWS) return;
    if (!this.sheet) return this.open(row, cells.map(titleOf));
    this.rows.push({
      sheet: this.sheet,
      row,
      cells: Object.fromEntries(this.titles.flatMap((title, index) => (title === '' ? [] : [[title, cells[index] ?? '']]))),
    });
  }

  done(): RawFile {
    const { rows, ignored } = this;
    const bad = [...this.bad];
    if (rows.length > MOST_ROWS) bad.push(remark('', MOST_ROWS, '', '', 'import.too-many-rows'));
    if (rows.length === 0 && bad.length === 0) bad.push(remark('', 0, '', '', 'import.no-known-sheet'));
    return { rows, bad, ignored };
  }

  private open(row: number, titles: readonly string[]): void {
    const sheet = sheetWith(titles);
    if (!sheet) return;
    this.sheet = sheet;
    this.titles = titles;
    const { required, known } = sheets[sheet];
    for (const column of required)
      if (!titles.includes(column)) this.bad.push(remark(sheet, row, column, '', 'import.column-missing'));
    const isKnown = (title: string) =>
      title === '' || known.includes(title) || (sheet === 'PEGAWAI' && predicateYear(title) !== undefined);
    this.ignored.push(...titles.filter((title) => !isKnown(title)).map((column) => ({ sheet, column })));
  }
}

const readXlsx = async (bytes: Uint8Array, tables: Tables): Promise<void> => {
  for await (const worksheet of new XlsxReader(bytes)) {
    tables.begin();
    for await (const row of worksheet) {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => (cells[column - 1] = textOf(cell.value)));
      tables.add(
        row.number,
        Array.from(cells, (cell) => cell ?? ''),
      );
    }
  }
};

/** What a spreadsheet cell says. A number too long to be exact is shown as such, so that it is refused rather than taken over rounded. */
const textOf = (value: ExcelJS.CellValue): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number')
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return String(value.text);
  if ('result' in value) return textOf(value.result);
  return 'error' in value ? value.error : '';
};

const readCsv = async (bytes: Uint8Array, tables: Tables): Promise<void> => {
  const text = decoded(bytes);
  const first = text.slice(0, Math.max(0, text.indexOf('\n'))) || text;
  const delimiter = [',', ';', '\t'].reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best));
  const parser = Readable.from([text]).pipe(
    parse({ delimiter, bom: true, relax_column_count: true, relax_quotes: true, info: true }),
  );
  // Typed by what `info: true` is documented to give.
  const lines: AsyncIterable<Readonly<{ record: readonly string[]; info: Readonly<{ lines: number }> }>> = parser;
  for await (const { record, info } of lines) tables.add(info.lines, record);
};

const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
