import type { Decider, Message } from '@app/decider';
import { reject } from './rejections.js';
import type { PerformanceEvent, Predicate } from './events.js';

type Source = 'import' | 'evaluation';

export type PerformanceCommand = Message<
  'RecordPredicates',
  { person: string; predicates: readonly Readonly<{ year: number; predicate: Predicate }>[]; source: Source; at: string }
>;

/** The annual predicates of one person, by year, and where each came from. */
export type PerformanceState = Readonly<Record<number, Readonly<{ predicate: Predicate; source: Source }>>>;

/** One predicate a year (PermenPANRB 6/2022). A file does not undo what an evaluation recorded here. */
export const performance: Decider<PerformanceCommand, PerformanceEvent, PerformanceState> = {
  initial: {},

  decide: ({ data: { person, predicates, source, at } }, state) => {
    const odd = predicates.find(({ year }) => !Number.isInteger(year) || year < 1990 || year > Number(at.slice(0, 4)));
    if (odd) return reject('performance.no-such-year', 'A predicate is of a year that has come.', { year: odd.year });
    return predicates
      .filter(({ year, predicate }) => {
        const known = state[year];
        return known?.predicate !== predicate && !(source === 'import' && known?.source === 'evaluation');
      })
      .map(({ year, predicate }) => ({
        type: 'AnnualPredicateRecorded' as const,
        data: { person, year, predicate, source, at },
      }));
  },

  evolve: (state, { data: { year, predicate, source } }) => ({ ...state, [year]: { predicate, source } }),
};
