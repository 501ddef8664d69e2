import { projection } from '@app/event-store';
import type { TrainingEvent } from './events.js';

export type TrainingRow = Readonly<{
  id: string;
  person: string;
  title: string;
  hours: number;
  completed_on: string;
  case_id: string | null;
}>;

/** One row per completed training. */
export const records = projection<TrainingRow, TrainingEvent>({
  name: 'training_records',
  version: 1,
  columns: { id: 'text', person: 'text', title: 'text', hours: 'integer', completed_on: 'date', case_id: 'text' },
  indexes: [['person', 'completed_on']],
  key: ({ data }) => data.id,
  on: {
    TrainingCompleted: (_, { data: { id, person, title, hours, completedOn, caseId } }) => ({
      id,
      person,
      title,
      hours,
      completed_on: completedOn,
      case_id: caseId,
    }),
  },
});
