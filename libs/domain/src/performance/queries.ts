import type { Kysely } from 'kysely';
import type { Predicate } from './events.js';
import type { PredicateRow } from './projections.js';

export type PerformanceTables = { performance_predicates: PredicateRow };

/** The annual predicates of a person, newest first. */
export const predicatesOf = (db: Kysely<PerformanceTables>, person: string): Promise<PredicateRow[]> =>
  db.selectFrom('performance_predicates').selectAll().where('person', '=', person).orderBy('year', 'desc').execute();

export type PredicateCounts = Readonly<Record<Predicate, number>>;

const NONE: PredicateCounts = { very_good: 0, good: 0, needs_improvement: 0, poor: 0, very_poor: 0 };

/** How many of these people had which predicate in a year. */
export const countPredicates = async (
  db: Kysely<PerformanceTables>,
  people: readonly string[],
  year: number,
): Promise<PredicateCounts> => {
  if (people.length === 0) return NONE;
  const rows = await db
    .selectFrom('performance_predicates')
    .select(({ fn }) => ['predicate', fn.countAll<string>().as('people')])
    .where('person', 'in', people)
    .where('year', '=', year)
    .groupBy('predicate')
    .execute();
  return rows.reduce<PredicateCounts>((counts, { predicate, people: n }) => ({ ...counts, [predicate]: Number(n) }), NONE);
};
