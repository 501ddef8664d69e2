import { caseRows } from '@app/domain/policies';
import type { Holding } from '@app/workflow';
import { nameIn, type Names } from '../http/names.js';
import type { LocalText } from '../http/places.js';
import type { ReadDatabase } from '../http/read-database.js';

/** What cases, offices and people are called on a page about a change. */
export type Callings = Readonly<{
  /** Whom a case is about; its id where it is not listed yet. */
  subjectOf: (caseId: string) => string;
  kindOf: (caseId: string) => 'mutation' | 'case';
  /** Each office once, what it is called, and who holds one. */
  actors: (who: readonly Holding[]) => { offices: string[]; titles: LocalText[]; people: string[] };
}>;

/** Looks up everything that a page names, in one go. */
export const callings = async (
  caseIds: readonly string[],
  holdings: readonly Holding[],
  names: Names,
  { db }: ReadDatabase,
): Promise<Callings> => {
  const rows = new Map((await caseRows(db, caseIds)).map((row) => [row.id, row]));
  const [people, titles] = await Promise.all([
    names.people([...[...rows.values()].map(({ subject }) => subject), ...holdings.map(({ person }) => person)]),
    names.officeTitles(holdings.map(({ office }) => office)),
  ]);
  return {
    subjectOf: (caseId) => {
      const subject = rows.get(caseId)?.subject;
      return subject === undefined ? caseId : nameIn(people, subject).name;
    },
    kindOf: (caseId) => rows.get(caseId)?.kind ?? 'case',
    actors: (who) => {
      const offices = [...new Set(who.map(({ office }) => office))];
      return {
        offices,
        titles: offices.map((office) => titles.get(office) ?? { id: office, en: office }),
        people: [...new Set(who.map(({ person }) => nameIn(people, person).name))],
      };
    },
  };
};
