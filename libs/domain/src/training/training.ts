import type { Decider, Message } from '@app/decider';
import type { TrainingEvent } from './events.js';
import { reject } from './rejections.js';

export type TrainingCommand = Message<
  'CompleteTraining',
  { person: string; id: string; title: string; hours: number; completedOn: string; caseId: string | null; at: string }
>;

/** Ids of what was completed. */
export type TrainingState = readonly string[];

/** The ledger of competence development of one person, in JP of 45 minutes. */
export const training: Decider<TrainingCommand, TrainingEvent, TrainingState> = {
  initial: [],
  decide: ({ data }, state) => {
    if (state.includes(data.id)) return [];
    if (!Number.isInteger(data.hours) || data.hours <= 0)
      return reject('training.no-hours', 'A training has hours.', { hours: data.hours });
    if (data.title.trim() === '') return reject('training.no-title', 'A training has a title.');
    return [{ type: 'TrainingCompleted', data }];
  },
  evolve: (state, { data }) => [...state, data.id],
};
