import type { Counts } from './events.js';
import { reasons, type Reason } from './reasons.js';

export type Sheet = 'UNIT' | 'JABATAN' | 'PEGAWAI';

/** One cell that is wrong (or, among the warnings, odd): where it is, what stands there, and why. */
export type Remark = Readonly<{
  sheet: Sheet | '';
  row: number;
  column: string;
  value: string;
  code: Reason;
  why: Readonly<{ id: string; en: string }>;
}>;

/** What was found in a file. Nothing of it is taken over while `bad` is not empty. */
export type ImportReport = Counts &
  Readonly<{
    rows: number;
    bad: readonly Remark[];
    warnings: readonly Remark[];
    ignored: readonly Readonly<{ sheet: Sheet; column: string }>[];
  }>;

export const remark = (sheet: Sheet | '', row: number, column: string, value: string, code: Reason): Remark => ({
  sheet,
  row,
  column,
  value,
  code,
  why: reasons[code],
});
