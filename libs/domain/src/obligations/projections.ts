import { projection } from '@app/event-store';
import type { ObligationEvent, ObligationKind } from './events.js';

export type ObligationRow = Readonly<{
  id: string;
  kind: ObligationKind;
  code: string;
  case_id: string;
  subject: string;
  owner: string;
  superior: string;
  since: string;
  due_on: string;
  due_at: string;
  status: 'open' | 'done' | 'withdrawn';
  completed_at: string | null;
  completed_by: string | null;
  note: string | null;
  result: Readonly<Record<string, unknown>> | null;
}>;

/** Everything that is or was owed, one row each. */
export const obligations = projection<ObligationRow, ObligationEvent>({
  name: 'obligations',
  version: 1,
  columns: {
    id: 'text',
    kind: 'text',
    code: 'text',
    case_id: 'text',
    subject: 'text',
    owner: 'text',
    superior: 'text',
    since: 'date',
    due_on: 'date',
    due_at: 'timestamptz',
    status: 'text',
    completed_at: 'timestamptz',
    completed_by: 'text',
    note: 'text',
    result: 'jsonb',
  },
  indexes: [['case_id'], ['owner', 'status'], ['superior', 'status'], ['status', 'due_on', 'id']],
  key: ({ data }) => data.id,
  on: {
    ObligationOpened: (_, { data }) => ({
      id: data.id,
      kind: data.kind,
      code: data.code,
      case_id: data.caseId,
      subject: data.subject,
      owner: data.owner,
      superior: data.superior,
      since: data.since,
      due_on: data.dueOn,
      due_at: data.dueAt,
      status: 'open',
      completed_at: null,
      completed_by: null,
      note: null,
      result: null,
    }),
    ObligationCompleted: (row, { data }) =>
      row && { ...row, status: 'done', completed_at: data.at, completed_by: data.by, note: data.note, result: data.result },
    ObligationWithdrawn: (row) => row && { ...row, status: 'withdrawn' },
  },
});
