import { projection } from '@app/event-store';
import type { PersonEvent } from '../events.js';

/** Who held which post from when to when (`until_day` included; `null` is "still"). The position map of any date is made of it. */
export type AssignmentRow = Readonly<{
  id: string;
  person: string;
  post: string;
  unit: string;
  agency: string;
  from_day: string;
  until_day: string | null;
  inaugurated: string | null;
  decree: string | null;
  case_id: string | null;
  ended_because: 'transfer' | 'retired' | 'ended' | null;
  /** The case that ended it. */
  ended_by: string | null;
}>;

export const assignments = projection<AssignmentRow, PersonEvent>({
  name: 'staffing_assignments',
  version: 1,
  columns: {
    id: 'text',
    person: 'text',
    post: 'text',
    unit: 'text',
    agency: 'text',
    from_day: 'date',
    until_day: 'date',
    inaugurated: 'date',
    decree: 'text',
    case_id: 'text',
    ended_because: 'text',
    ended_by: 'text',
  },
  indexes: [['person', 'from_day'], ['post', 'from_day'], ['unit'], ['agency']],
  key: ({ type, data }) => (type === 'AssignmentStarted' || type === 'AssignmentEnded' ? data.assignment : undefined),
  on: {
    AssignmentStarted: (_, { data }) => ({
      id: data.assignment,
      person: data.id,
      post: data.post,
      unit: data.unit,
      agency: data.agency,
      from_day: data.from,
      until_day: null,
      inaugurated: data.inaugurated,
      decree: data.decree,
      case_id: data.caseId,
      ended_because: null,
      ended_by: null,
    }),
    AssignmentEnded: (row, { data }) =>
      row && { ...row, until_day: data.until, ended_because: data.reason, ended_by: data.caseId },
  },
});
