import { currentStages, type Instant, type Line, type WorkflowState } from '@app/workflow';
import type { Dossier } from './events.js';
import type { LineSaying } from './lines.js';

/** The dossier as it went in, once per submission. */
export type Submission = Readonly<{ round: number; plain: Dossier; personal: Dossier; at: Instant }>;

/** What a case has beside the engine's. */
export type CaseFile = Readonly<{
  plain: Dossier;
  personal: Dossier;
  /** What every decision is recorded to have rested on. */
  hash: string;
  /** Of a batch: the people it is about, as its proposer has it. */
  lines: readonly Line[];
  /** What was said of single lines by those who decided. */
  said: readonly LineSaying[];
  submissions: readonly Submission[];
  createdAt: Instant;
  updatedAt: Instant;
}>;

export type CaseState = Readonly<{ workflow: WorkflowState; file: CaseFile | null }>;

/** A case that exists. */
export type Existing = Readonly<{ workflow: Exclude<WorkflowState, { status: 'absent' }>; file: CaseFile }>;

export const existing = ({ workflow, file }: CaseState): Existing | undefined =>
  workflow.status !== 'absent' && file ? { workflow, file } : undefined;

export type CaseStatus = 'draft' | 'submitted' | 'returned' | 'approved' | 'rejected' | 'withdrawn' | 'cancelled';

/** Where a case stands; by the engine alone. */
export const statusOf = (workflow: WorkflowState): CaseStatus => {
  switch (workflow.status) {
    case 'closed':
      return workflow.outcome;
    case 'returned':
      return 'returned';
    case 'draft':
    case 'absent':
      return 'draft';
    default:
      return 'submitted';
  }
};

/** The stages that wait: keys of the definition, `submission` while it is with its proposer; none once it is over. */
export const stagesOf = (workflow: WorkflowState): readonly string[] =>
  workflow.status === 'draft' || workflow.status === 'returned' ? ['submission'] : currentStages(workflow).map(({ key }) => key);

export const roundOf = (workflow: WorkflowState): number => (workflow.status === 'absent' ? 1 : workflow.round);
