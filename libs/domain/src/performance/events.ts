import type { Message } from '@app/decider';

/** Annual predicates of PermenPANRB 6/2022. */
export type Predicate = 'very_good' | 'good' | 'needs_improvement' | 'poor' | 'very_poor';

/** Streams `performance-<person>`. */
export type PerformanceEvent = Message<
  'AnnualPredicateRecorded',
  { person: string; year: number; predicate: Predicate; source: 'import' | 'evaluation'; at: string }
>;
