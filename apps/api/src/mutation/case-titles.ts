import { caseRows, type CaseRow } from '@app/domain/policies';
import type { LocalText } from '../http/places.js';
import type { ReadDatabase } from '../http/read-database.js';

/** What is said of a case beside other things: whom it is about, what it is called, what its stages are called. */
export type CaseTitle = Readonly<{ subject: string; kind: CaseRow['kind']; title: LocalText; stage: (key: string) => LocalText }>;

/** What is said of cases beside other things. */
export class CaseTitles {
  constructor(private readonly database: ReadDatabase) {}

  /** Those of the cases that there are, by id. */
  async of(cases: readonly string[]): Promise<ReadonlyMap<string, CaseTitle>> {
    if (cases.length === 0) return new Map();
    const rows = await caseRows(this.database.db, [...new Set(cases)]);
    return new Map(
      rows.map(({ id, subject, kind, title, titles }) => [
        id,
        { subject, kind, title, stage: (key) => titles[key] ?? this.place(key) },
      ]),
    );
  }

  /** What a place where a case stands is called that is no stage of a definition; the key itself where it is none of these. */
  place(key: string): LocalText {
    return own[key] ?? { id: key, en: key };
  }
}

const own: Readonly<Record<string, LocalText>> = {
  submission: { id: 'Pengusulan', en: 'Submission' },
  decree: { id: 'Penerbitan keputusan', en: 'Decree' },
};
