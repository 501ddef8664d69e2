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
  /** Lines of a batch may be rejected, the others going on; `reason` is asked of each rejected line. Not within a parallel group. */
  partial?: Readonly<{ reason: ReasonRule }>;
  /**
   * Ask for information; the stage's clock pauses until it is answered. `of`: who may be asked, everyone the case concerns where
   * absent. `deadline`: how long he has; what the definition says of `answering` where absent, else as long as the stage has.
   */
  ask?: Readonly<{ of?: readonly Role[]; deadline?: Term }>;
  /** Take the task for oneself, so that the others who could act leave it alone. */
  claim?: true;
  /** Give the task to another holder of the office. `by`: roles that may besides whoever could act. */
  reassign?: Readonly<{ reason: ReasonRule; by?: readonly Role[] }>;
  /** Ask somebody for advice, who decides nothing. `max`: how many, 5 where absent. */
  advise?: Readonly<{ max?: number }>;
  /** Step aside for this case. */
  recuse?: Readonly<{ reason: ReasonRule }>;
}>;

/**
 * What happens when the deadline passes: `wait` (it is overdue, escalation goes on), `silence` (recorded as silence, the
 * stage is left as passed), `close` (a panel whose quorum is met is closed by its rule; else it waits).
 */
export type OnDeadline = 'wait' | 'silence' | 'close';

/** How long something may take, and who is told of it when. */
export type Term = Readonly<{
  workingDays: number;
  /** Told to whoever must act, so many working days from the due day (negative: before it). */
  reminders: readonly number[];
  /** Told to `to` as well, so many working days after the due day; `repeatEvery`: again so often, until done or `times` in all. */
  escalations: readonly Readonly<{ workingDays: number; to: Role; repeatEvery?: number; times?: number }>[];
}>;

export type Deadline = Term & Readonly<{ onPassed: OnDeadline }>;

/**
 * What happens where nobody is left who may act: it waits and `alert` is told, the office above acts in its place, or a role
 * named for such a case does. Without any it waits, and whoever keeps the definition has named nobody to tell.
 */
export type VacancyPolicy =
  | Readonly<{ policy: 'wait'; alert: Role }>
  | Readonly<{ policy: 'superior'; role: Role }>
  | Readonly<{ policy: 'rescuer'; role: Role }>;

type StageBase = Readonly<{
  key: string;
  title: Text;
  /** Whose office acts here. */
  actor: Role;
  verbs: Verbs;
  /** The kind of act by which the authority matrix is asked; by default what the matrix says of the stage. */
  act?: string;
  vacancy?: VacancyPolicy;
  deadline?: Deadline;
  /** Every decision here is signed by who makes it, anew each time. */
  signature?: 'required';
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
    /** `veto`: any vote against ends it, or only that of `vetoBy`, the rest going by majority. */
    rule: 'majority' | 'unanimous' | 'veto';
    /** The only ones of the actor's holders who sit in it, by the id of the person or of the office. */
    members?: readonly string[];
    /** Whose vote decides a tie: who holds this role besides his seat, or the `first` of its seats. Without one a tie fails. */
    chair?: Role;
    vetoBy?: Role;
  }>;
/** Every group signs once, in whatever order; one refusal fails it. `actor` is the first of the groups' roles. */
export type SignoffStage = StageBase & Readonly<{ kind: 'signoff'; groups: readonly Readonly<{ role: Role; title: Text }>[] }>;
/** Taken note of. It can't be refused; `all`: by everyone who holds the office, else by one of them. */
export type AcknowledgementStage = StageBase & Readonly<{ kind: 'acknowledgement'; all?: boolean }>;
/** Waits for an answer from outside, which the actor records. Its deadline says when he is to ask again. */
export type ExternalStage = StageBase &
  Readonly<{
    kind: 'external';
    /** Who answers, as people call it: BKN, the governor. */
    from: Text;
    /** The answer may bear a date before the stage was opened. */
    mayPredate?: boolean;
  }>;

export type StageDefinition =
  ApprovalStage | ConsentStage | CheckStage | PanelStage | SignoffStage | AcknowledgementStage | ExternalStage;

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
  /** The calendar that its deadlines are reckoned with, by the name with which its versions begin; the tenant's where absent. */
  calendar?: string;
  /** The roles that may start and submit a case, most specific first. */
  initiators: readonly Role[];
  /** The roles that may cancel a case that is not theirs, besides `system:…`. */
  cancelledBy?: readonly Role[];
  /** The roles that may suspend a case and resume it, besides `system:…`. */
  suspendedBy?: readonly Role[];
  /** How many rounds a case may have: in the last one it can't be returned any more. Unbounded where absent. */
  rounds?: number;
  /** A case is a batch of lines, each about a person, each with a decision of its own. `max`: at most 500. */
  lines?: Readonly<{ max: number }>;
  /** How long the proposer has to repair a returned case. */
  repair: Deadline;
  /**
   * Until when the case as a whole is to be decided, in working days from its first submission. Its clock stands still while the
   * case is with its proposer, suspended, or waits for an answer or for somebody outside.
   */
  deadline?: Term;
  /** How long whoever is asked for information has to answer, where a stage does not say it. */
  answering?: Term;
  /** Sets of stages (and `submission`) in which one person may act at most once. */
  fourEyes: readonly (readonly string[])[];
  /** One person acts at one stage of a case at most, in whatever office and also by a delegate. Who is merely heard is not counted. */
  oncePerCase?: boolean;
  groups?: readonly ParallelGroup[];
  stages: readonly StageDefinition[];
}>;
