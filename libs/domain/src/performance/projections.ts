import { projection } from '@app/event-store';
import type { PerformanceEvent, Predicate } from './events.js';

export type PredicateRow = Readonly<{ person: string; year: number; predicate: Predicate; source: 'import' | 'evaluation' }>;

/** One row per person and year. */
export const predicates = projection<PredicateRow, PerformanceEvent>({
  name: 'performance_predicates',
  version: 1,
  columns: { person: 'text', year: 'integer', predicate: 'text', source: 'text' },
  indexes: [['person', 'year']],
  key: ({ data }) => `${data.person}/${data.year}`,
  on: { AnnualPredicateRecorded: (_, { data: { person, year, predicate, source } }) => ({ person, year, predicate, source }) },
});
