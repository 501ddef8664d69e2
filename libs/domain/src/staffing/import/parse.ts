import type { z } from 'zod';
import { cleaned } from './cells.js';
import type { RawFile } from './read.js';
import { reasons, type Reason } from './reasons.js';
import { remark, type Remark, type Sheet } from './report.js';
import { sheets, type PersonRow, type PostRow, type UnitRow } from './sheets.js';

/** A row that is good by itself. `raw` are its cells as they stand. */
export type Parsed<T> = Readonly<{ row: number; value: T; raw: Readonly<Record<string, string>> }>;
export type ParsedFile = Readonly<{
  units: readonly Parsed<UnitRow>[];
  posts: readonly Parsed<PostRow>[];
  people: readonly Parsed<PersonRow>[];
  bad: readonly Remark[];
  /** Codes that stand in the file, in bad rows too: whoever points at them is not to blame. */
  codes: Readonly<{ units: ReadonlySet<string>; posts: ReadonlySet<string> }>;
}>;

/** Checks every row by itself. */
export const parseRows = (file: RawFile): ParsedFile => {
  const bad: Remark[] = [...file.bad];
  const unusable = new Set(file.bad.filter(({ code }) => code === 'import.column-missing').map(({ sheet }) => sheet));

  const of = <T>(sheet: Sheet, schema: z.ZodType<T>): readonly Parsed<T>[] =>
    file.rows.flatMap((raw) => {
      if (raw.sheet !== sheet || unusable.has(sheet)) return [];
      const { success, data, error } = schema.safeParse(raw.cells);
      if (success) return [{ row: raw.row, value: data, raw: raw.cells }];
      for (const { path, message } of error.issues) {
        const column = String(path[0] ?? '');
        bad.push(remark(sheet, raw.row, column, raw.cells[column] ?? '', isReason(message) ? message : 'import.required'));
      }
      return [];
    });

  const codesOf = (sheet: Sheet, column: string) =>
    new Set(file.rows.filter((raw) => raw.sheet === sheet).map(({ cells }) => cleaned(cells[column] ?? '')));
  return {
    units: of('UNIT', sheets.UNIT.schema),
    posts: of('JABATAN', sheets.JABATAN.schema),
    people: of('PEGAWAI', sheets.PEGAWAI.schema),
    bad,
    codes: { units: codesOf('UNIT', 'KODE UNIT'), posts: codesOf('JABATAN', 'KODE JABATAN') },
  };
};

const isReason = (message: string): message is Reason => Object.hasOwn(reasons, message);
