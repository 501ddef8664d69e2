import { type Capacity, type Instant, taskMark, type WorkflowState } from '@app/workflow';
import type { Day } from './days.js';
import type { CaseDocument, Dossier, Eligibility } from './events.js';

/** A paper of the case, with what the verifier said of it. The newest of its type counts. */
export type CaseFile = CaseDocument &
  Readonly<{
    /** The round it came in with. */
    round: number;
    attachedAt: Instant;
    by: string;
    judgement: Readonly<{ verdict: 'accepted' | 'deficient'; note: string; by: string; at: Instant }> | null;
  }>;

export type Decree = Readonly<{
  number: string;
  serial: number;
  year: number;
  register: string;
  date: Day;
  effectiveDate: Day;
  by: string;
  office: string;
  at: Instant;
  pdf: Readonly<{ sha256: string; size: number }> | null;
}>;

/** The dossier as it went in, once per submission. */
export type Submission = Readonly<{ round: number; dossier: Dossier; documents: readonly string[]; at: Instant }>;

/** How far the move itself has come. */
export type Effect =
  | Readonly<{ status: 'pending' }>
  | Readonly<{ status: 'halted'; because: string; facts: Readonly<Record<string, unknown>>; at: Instant }>
  | Readonly<{ status: 'effective'; on: Day; at: Instant }>
  | Readonly<{ status: 'completed'; on: Day; at: Instant }>
  | Readonly<{ status: 'rescinded'; reason: string; by: string; at: Instant }>;

/** What a transfer has beside the engine's case. */
export type Proposal = Readonly<{
  dossier: Dossier;
  /** SHA-256 over dossier and papers: what every decision is recorded to have rested on. */
  dossierHash: string;
  proposer: Pick<Capacity, 'by' | 'role'>;
  documents: readonly CaseFile[];
  submissions: readonly Submission[];
  /** The newest check that was recorded. */
  eligibility: (Eligibility & Readonly<{ stage: string; round: number; at: Instant }>) | null;
  decree: Decree | null;
  effect: Effect;
  createdAt: Instant;
  updatedAt: Instant;
}>;

export type ProposalState = Readonly<{ workflow: WorkflowState; proposal: Proposal | null }>;

export type Status =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'decreed'
  | 'effective'
  | 'completed'
  | 'cancelled'
  | 'rescinded';

/** Where a proposal stands. Derived, so that it can't contradict the events. `undefined` for a stream nobody wrote to. */
export const statusOf = ({ workflow, proposal }: ProposalState): Status | undefined => {
  if (!proposal) return undefined;
  switch (workflow.status) {
    case 'closed':
      return workflow.outcome === 'approved' ? afterApproval(proposal) : workflow.outcome;
    case 'returned':
      return 'returned';
    case 'open':
    case 'routing':
      return 'submitted';
    case 'draft':
    case 'absent':
      return 'draft';
  }
};

const afterApproval = ({ decree, effect }: Proposal): Status => {
  switch (effect.status) {
    case 'effective':
    case 'completed':
    case 'rescinded':
      return effect.status;
    case 'pending':
    case 'halted':
      return decree ? 'decreed' : 'approved';
  }
};

/** Whether the case still binds its person and its post. */
export const isLive = (status: Status | undefined): boolean =>
  status === 'submitted' || status === 'returned' || status === 'approved' || status === 'decreed' || status === 'effective';

/** The stage that waits: a key of the definition, `submission` while it is with the proposer, `decree` once approved, else nothing. */
export const stageOf = (state: ProposalState): string | null => {
  const { workflow } = state;
  if (workflow.status === 'open') return workflow.open[0].stage;
  if (workflow.status === 'draft' || workflow.status === 'returned') return 'submission';
  return statusOf(state) === 'approved' ? 'decree' : null;
};

export const roundOf = ({ workflow }: ProposalState): number => (workflow.status === 'absent' ? 1 : workflow.round);

/**
 * Changes with stage, round, status and dossier, and so with a decision at a single-actor stage, and with whatever else changes who
 * may act; not with a comment, a reminder or a panel colleague's vote (decisions 11).
 */
export const etagOf = (state: ProposalState): string =>
  [
    statusOf(state) ?? 'absent',
    stageOf(state) ?? 'none',
    roundOf(state),
    state.proposal?.dossierHash.slice(0, 16) ?? '',
    state.proposal?.decree?.number ?? '',
    taskMark(state.workflow),
  ]
    .filter((part) => part !== '')
    .join('.')
    .replaceAll(/[^\w.-]/g, '_');
