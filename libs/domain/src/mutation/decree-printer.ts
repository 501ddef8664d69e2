import type { Day } from './days.js';

/** Everything that stands in a decree, as words. */
export type DecreeContent = Readonly<{
  number: string;
  date: Day;
  effectiveDate: Day;
  /** `KEPALA BADAN …` is not it: the government, as in `BUPATI KEPAHIANG`. */
  signatory: Readonly<{ title: string; name: string }>;
  place: string;
  foundingLaws: readonly string[];
  copies: readonly string[];
  person: Readonly<{ name: string; nip: string; grade: string }>;
  from: Readonly<{ post: string; unit: string; agency: string }>;
  to: Readonly<{ post: string; unit: string; agency: string }>;
  /** What the move was considered on: letters and sessions of the case, oldest first. */
  considered: readonly string[];
  /** Where the approval was taken back since: on which day, and why, unless the reason was forgotten with the person. Every page says so then. */
  rescinded?: Readonly<{ on: Day; reason: string | null }>;
}>;

/** Sets a decree as a PDF document. */
export abstract class DecreePrinter {
  /** @returns a PDF with its fonts embedded */
  abstract print(content: DecreeContent): Promise<Buffer>;
}
