import type { Role } from './people.js';

export type Text = Readonly<{ id: string; en: string }>;
export type Verdict = 'approve' | 'reject' | 'return';
export type ReasonRule = 'required' | 'optional';

/** What may be done at a stage, and whether it takes a reason. */
export type Verbs = Readonly<{
  approve?: Readonly<{ reason: ReasonRule }>;
  reject?: Readonly<{ reason: ReasonRule }>;
  /** `to`: the earlier stages it may be sent back to; the first is the default. `submission` is the proposer. */
  return?: Readonly<{ reason: ReasonRule; to: readonly string[] }>;
}>;

/**
 * What happens when the deadline passes: `wait` (it is overdue, escalation goes on), `silence` (recorded as silence, the
 * stage is left as passed), `close` (a panel whose quorum is met is closed by its rule; else it waits).
 */
export type OnDeadline = 'wait' | 'silence' | 'close';

export type Deadline = Readonly<{
  workingDays: number;
  onPassed: OnDeadline;
  /** Told to whoever must act, so many working days from the due day (negative: before it). */
  reminders: readonly number[];
  /** Told to `to` as well, so many working days after the due day. */
  escalations: readonly Readonly<{ workingDays: number; to: Role }>[];
}>;

type StageBase = Readonly<{
  key: string;
  title: Text;
  /** Whose office acts here. */
  actor: Role;
  verbs: Verbs;
  deadline?: Deadline;
  /** A FEEL expression over the case's context; the stage is skipped, with the reason recorded, where it is not true. */
  when?: string;
  /** What people are told where it is skipped. */
  skipReason?: Text;
  /** The parallel group it belongs to. The stages of a group follow one another in the definition. */
  group?: string;
  /** Its branch in the group: stages of one branch come one after another, branches run beside each other. Its own key where absent. */
  branch?: string;
}>;

export type ApprovalStage = StageBase & Readonly<{ kind: 'approval' }>;
export type ConsentStage = StageBase & Readonly<{ kind: 'consent' }>;
export type CheckStage = StageBase & Readonly<{ kind: 'check' }>;
export type PanelStage = StageBase &
  Readonly<{
    kind: 'panel';
    /** How many seats the panel has. */
    size: number;
    /** The least number of votes cast for a result. */
    quorum: number;
    rule: 'majority' | 'unanimous' | 'veto';
  }>;

export type StageDefinition = ApprovalStage | ConsentStage | CheckStage | PanelStage;

/** Branches that run beside each other. */
export type ParallelGroup = Readonly<{
  key: string;
  title: Text;
  /** How many branches must be passed: `all` of them, `any` one, or so many. What is still open then is closed as superseded. */
  join: 'all' | 'any' | number;
}>;

/** An approval, as data. Immutable once published; a case keeps the version it started with. */
export type Definition = Readonly<{
  id: string;
  version: number;
  title: Text;
  /** The roles that may start and submit a case, most specific first. */
  initiators: readonly Role[];
  /** The roles that may cancel a case that is not theirs, besides `system:…`. */
  cancelledBy?: readonly Role[];
  /** How long the proposer has to repair a returned case. */
  repair: Deadline;
  /** Sets of stages (and `submission`) in which one person may act at most once. */
  fourEyes: readonly (readonly string[])[];
  groups?: readonly ParallelGroup[];
  stages: readonly StageDefinition[];
}>;
