import { type AnyProjection, projection } from '@app/event-store';
import type { WorkflowEvent } from '@app/workflow';

type CaseRow = Readonly<{ status: string; stage: string; round: number; updated_at: string }>;
type InboxRow = Readonly<{ stage: string; offices: readonly string[]; voted: readonly string[]; due_on: string | null }>;
type LineRow = Readonly<{ stream: string; type: string; at: string; data: object }>;

/** Three read models of the usual kinds: one row a case, one row an open stage, one row an event. */
export const projections: readonly AnyProjection[] = [
  projection<CaseRow, WorkflowEvent>({
    name: 'bench_cases',
    version: 1,
    columns: { status: 'text', stage: 'text', round: 'integer', updated_at: 'timestamptz' },
    indexes: [['status', 'updated_at']],
    key: ({ stream }) => stream,
    on: {
      CaseStarted: (_, { data }) => ({ status: 'draft', stage: 'submission', round: 0, updated_at: data.at }),
      StageOpened: (row, { data }) =>
        row && { ...row, status: 'submitted', stage: data.stage, round: data.round, updated_at: data.at },
      CaseClosed: (row, { data }) => row && { ...row, status: data.outcome, updated_at: data.at },
    },
  }),
  projection<InboxRow, WorkflowEvent>({
    name: 'bench_inbox',
    version: 1,
    columns: { stage: 'text', offices: 'text[]', voted: 'text[]', due_on: 'date' },
    indexes: [['offices']],
    key: ({ stream }) => stream,
    on: {
      StageOpened: (_, { data }) => ({
        stage: data.stage,
        offices: data.holdings.map(({ office }) => office),
        voted: [],
        due_on: data.schedule?.dueOn ?? null,
      }),
      DecisionMade: (row, { data }) => row && { ...row, voted: [...row.voted, data.by.by] },
      StageClosed: () => undefined,
    },
  }),
  projection<LineRow, WorkflowEvent>({
    name: 'bench_timeline',
    version: 1,
    columns: { stream: 'text', type: 'text', at: 'timestamptz', data: 'jsonb' },
    indexes: [['stream', 'at']],
    appends: true,
    key: ({ id }) => id,
    on: {
      DecisionMade: (_, { stream, type, data }) => ({ stream, type, at: data.at, data }),
      StageOpened: (_, { stream, type, data }) => ({ stream, type, at: data.at, data }),
      StageClosed: (_, { stream, type, data }) => ({ stream, type, at: data.at, data }),
      CaseClosed: (_, { stream, type, data }) => ({ stream, type, at: data.at, data }),
    },
  }),
];
