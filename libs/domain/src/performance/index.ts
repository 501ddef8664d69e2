/** Annual performance predicates. It knows no posts and no moves. */
export type { PerformanceEvent, Predicate } from './events.js';
export { performance } from './performance.js';
export type { PerformanceCommand, PerformanceState } from './performance.js';
export { countPredicates, predicatesOf } from './queries.js';
export type { PerformanceTables, PredicateCounts } from './queries.js';
export { performanceStream, predicateRecorder } from './record.js';
export { texts } from './texts.js';
import { predicates } from './projections.js';

export { predicates };
export type { PredicateRow } from './projections.js';
/** Every read model of this context. To add one, write it and list it here. */
export const projections = [predicates];
