import type { Language } from '@app/platform';
import ExcelJS from 'exceljs';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Cell = string | number | boolean | null;
type Row = ReadonlyMap<string, Cell>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A cell begins no formula: what people typed is text. */
const text = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

/** One item of a list within a cell. */
const wordOf = (value: unknown): string => {
  const word = isRecord(value) ? (value['name'] ?? value['note'] ?? value['reason']) : value;
  return typeof word === 'string' || typeof word === 'number' || typeof word === 'boolean' ? String(word) : '';
};

const cellsOf = (value: unknown, path: string, language: Language): [string, Cell][] => {
  if (value === null || value === undefined) return [[path, null]];
  if (typeof value === 'string') return [[path, text(value)]];
  if (typeof value === 'number' || typeof value === 'boolean') return [[path, value]];
  if (Array.isArray(value)) return [[path, text(value.map(wordOf).join('; '))]];
  if (!isRecord(value)) return [];
  if (typeof value['id'] === 'string' && typeof value['en'] === 'string') return cellsOf(value[language], path, language);
  if (typeof value['name'] === 'string') return cellsOf(value['name'], path, language);
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'id' && path !== '' ? [] : cellsOf(part, path === '' ? key : `${path}.${key}`, language),
  );
};

const rowOf = (item: unknown, language: Language): Row =>
  new Map(isRecord(item) ? Object.entries(item).flatMap(([key, value]) => cellsOf(value, key, language)) : []);

export type Sheet = Readonly<{
  name: string;
  items: readonly unknown[];
  /** What was asked for, and when and by whom: it stands under the table's title. */
  stamp: readonly string[];
  language: Language;
  heading: (column: string) => string;
}>;

/** A list as a workbook: a title, what was asked for, a table with a filter. */
export const workbookOf = async ({ name, items, stamp, language, heading }: Sheet): Promise<Buffer> => {
  const rows = items.map((item) => rowOf(item, language));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name.slice(0, 31).replace(/[\\/?*[\]:]/g, ' '));
  sheet.addRow([name]).font = { bold: true, size: 14 };
  for (const line of stamp) sheet.addRow([text(line)]).font = { italic: true };
  const header = sheet.addRow(columns.map(heading));
  header.font = { bold: true };
  for (const row of rows) sheet.addRow(columns.map((column) => row.get(column) ?? null));
  const widths = columns.map((column) =>
    Math.min(60, Math.max(heading(column).length, ...rows.slice(0, 500).map((row) => String(row.get(column) ?? '').length)) + 2),
  );
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.views = [{ state: 'frozen', ySplit: header.number }];
  if (columns.length > 0)
    sheet.autoFilter = {
      from: { row: header.number, column: 1 },
      to: { row: header.number + rows.length, column: columns.length },
    };
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
