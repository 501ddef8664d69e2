import { projection } from '@app/event-store';
import type { ReviewEvent } from './events.js';

export type ReviewRow = Readonly<{
  id: string;
  case_id: string;
  subject: string;
  decision: string;
  stage: string;
  round: number;
  verdict: string;
  decided_by: string;
  office: string;
  agency: string | null;
  decided_at: string;
  due_on: string;
  due_at: string;
  status: 'open' | 'clean' | 'finding' | 'followed_up' | 'closed';
  outcome: 'clean' | 'finding' | null;
  note: string | null;
  reviewed_by: string | null;
  reviewed_at: string | null;
  /** What was done about a finding, oldest first, its closing included. */
  follow_ups: readonly Readonly<{ note: string; by: string; at: string }>[];
}>;

/** Every decision and its review, one row each. */
export const reviews = projection<ReviewRow, ReviewEvent>({
  name: 'audit_reviews',
  version: 1,
  columns: {
    id: 'text',
    case_id: 'text',
    subject: 'text',
    decision: 'text',
    stage: 'text',
    round: 'integer',
    verdict: 'text',
    decided_by: 'text',
    office: 'text',
    agency: 'text',
    decided_at: 'timestamptz',
    due_on: 'date',
    due_at: 'timestamptz',
    status: 'text',
    outcome: 'text',
    note: 'text',
    reviewed_by: 'text',
    reviewed_at: 'timestamptz',
    follow_ups: 'jsonb',
  },
  indexes: [['case_id'], ['status', 'decided_at', 'id']],
  key: ({ data }) => data.id,
  on: {
    ReviewOpened: (_, { data }) => ({
      id: data.id,
      case_id: data.caseId,
      subject: data.subject,
      decision: data.decision,
      stage: data.stage,
      round: data.round,
      verdict: data.verdict,
      decided_by: data.decidedBy,
      office: data.office,
      agency: data.agency,
      decided_at: data.decidedAt,
      due_on: data.dueOn,
      due_at: data.dueAt,
      status: 'open',
      outcome: null,
      note: null,
      reviewed_by: null,
      reviewed_at: null,
      follow_ups: [],
    }),
    ReviewClosed: (row, { data: { outcome, note, by, at } }) =>
      row && { ...row, status: outcome, outcome, note, reviewed_by: by, reviewed_at: at },
    FindingFollowedUp: (row, { data: { note, by, at } }) =>
      row && { ...row, status: 'followed_up', follow_ups: [...row.follow_ups, { note, by, at }] },
    FindingClosed: (row, { data: { note, by, at } }) =>
      row && { ...row, status: 'closed', follow_ups: [...row.follow_ups, { note, by, at }] },
  },
});
