import type { Message } from '@app/decider';
import type { WorkflowEvent } from '@app/workflow';

type Day = string;
type Instant = string;

export type MoveType = 'INTERNAL_ROTATION';
export type RulePhase = 'draft' | 'submission' | 'verification' | 'decision' | 'decree' | 'effective';
export type RuleOutcome = 'pass' | 'warn' | 'block' | 'unknown' | 'not_applicable';

/** One rule's answer, with what it rested on, so that it can be run again in five years. */
export type Verdict = Readonly<{
  rule: string;
  outcome: RuleOutcome;
  /** What a failure of it would mean here: `block` or `warn`. */
  severity: 'block' | 'warn';
  /** Key of the sentence in the catalogue, and what fills it. */
  message: string;
  inputs: Readonly<Record<string, unknown>>;
  basis: string;
  overridable: boolean;
}>;

export type Eligibility = Readonly<{
  phase: RulePhase;
  ruleSet: Readonly<{ version: string; hash: string }>;
  result: 'eligible' | 'warnings' | 'blocked';
  verdicts: readonly Verdict[];
  /** Where the read models stood from which the facts were taken. */
  factsAt: string;
}>;

/** Who moves from where to where. Ids only. */
export type Dossier = Readonly<{
  moveType: MoveType;
  ownRequest: boolean;
  employeeId: string;
  fromPost: string;
  fromUnit: string;
  fromAgency: string;
  fromAssignment: string;
  toPost: string;
  toUnit: string;
  toAgency: string;
  /** The wished date; HR fixes the effective one in the decree. */
  effectiveDate: Day | null;
  reason: string;
}>;

/** A file of the case. The bytes are kept by `sha256`. */
export type CaseDocument = Readonly<{
  documentId: string;
  type: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  issuedOn: Day | null;
}>;

/** The dossier's and the decree's own events, in the case's stream beside the engine's. */
export type TransferEvent =
  | Message<'ProposalDrafted', Dossier & { by: string; proposerRole: string; at: Instant }>
  /** `reason` stands beside the dossier, since free text is personal and sealed by itself. */
  | Message<
      'ProposalAmended',
      { dossier: Omit<Dossier, 'reason'>; reason: string; changed: readonly string[]; by: string; at: Instant }
    >
  | Message<'DocumentAttached', CaseDocument & { round: number; by: string; at: Instant }>
  | Message<'DocumentRemoved', { documentId: string; by: string; at: Instant }>
  | Message<'DocumentJudged', { documentId: string; verdict: 'accepted' | 'deficient'; note: string; by: string; at: Instant }>
  | Message<'EligibilityChecked', Eligibility & { stage: string; round: number; at: Instant }>
  | Message<
      'DecreeNumbered',
      {
        number: string;
        serial: number;
        year: number;
        register: string;
        date: Day;
        effectiveDate: Day;
        by: string;
        office: string;
        at: Instant;
      }
    >
  | Message<'DecreePrinted', { sha256: string; size: number; at: Instant }>
  | Message<'ApprovalRescinded', { reason: string; by: string; office: string; at: Instant }>
  | Message<'TransferTookEffect', { on: Day; at: Instant }>
  | Message<'TransferHalted', { because: string; facts: Readonly<Record<string, unknown>>; at: Instant }>
  | Message<'TransferCompleted', { at: Instant }>;

export type ProposalEvent = WorkflowEvent | TransferEvent;

/** Streams `claim-person-<id>` and `claim-post-<id>`: who may, while a case lives. */
export type ClaimEvent =
  | Message<'ClaimTaken', { caseId: string; at: Instant }>
  | Message<'ClaimReleased', { caseId: string; because: string; at: Instant }>
  | Message<'ClaimOccupied', { caseId: string; at: Instant }>;

/** Streams `decree-register-<register>-<year>`: numbers without gaps or reuse. A number of a rescinded decree stays void. */
export type RegisterEvent =
  | Message<'DecreeNumberIssued', { serial: number; number: string; caseId: string; at: Instant }>
  | Message<'DecreeNumberVoided', { serial: number; caseId: string; because: string; at: Instant }>;
