import { Rejection } from '@app/decider';
import type { CommandMeta, Transactor } from '@app/event-store';
import type { Predicate } from './events.js';
import { performance, type PerformanceCommand } from './performance.js';

export const performanceStream = (tenant: string, person: string): string => `${tenant}.performance-${person}`;

type Told = readonly Readonly<{ year: number; predicate: Predicate }>[];

const command = (person: string, predicates: Told, at: string): PerformanceCommand => ({
  type: 'RecordPredicates',
  data: { person, predicates, source: 'import', at },
});

/** Records what a file says of people's predicates. Both answer how many are new; `pending` writes nothing. */
export const predicateRecorder = (transactor: Transactor, tenant: string) => ({
  record: async (person: string, predicates: Told, meta: CommandMeta): Promise<number> =>
    (await transactor.transact(performanceStream(tenant, person), performance, command(person, predicates, meta.at), meta)).events
      .length,

  pending: async (person: string, predicates: Told, at: string): Promise<number> => {
    const { state } = await transactor.load(performanceStream(tenant, person), performance);
    const decision = performance.decide(command(person, predicates, at), state);
    return decision instanceof Rejection ? 0 : decision.length;
  },
});
