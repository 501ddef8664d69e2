import type { Message } from '@app/decider';
import type { Definition, StageDefinition, Verdict } from './definition.js';
import type { Holding, PersonId, Role } from './people.js';

/** An instant in UTC, ISO 8601. */
export type Instant = string;
/** A calendar date in the tenant's zone, `YYYY-MM-DD`. */
export type Day = string;

/** When something falls due, reckoned by the engine with the calendar named, so that it can be reckoned again. */
export type Schedule = Readonly<{
  dueOn: Day;
  /** The end of the due day in the tenant's zone. */
  dueAt: Instant;
  calendar: string;
  /** `to`: `actors` for whoever must act, else a role. */
  reminders: readonly Readonly<{ code: string; at: Instant; to: Role }>[];
}>;

/** `superseded`: a stage of a parallel group that was not needed any more, or whose case went back or ended beside it. */
export type StageOutcome = 'passed' | 'failed' | 'returned' | 'silent' | 'superseded';
export type CaseOutcome = 'approved' | 'rejected' | 'withdrawn' | 'cancelled';

/** The part of a decision that says by what right it was made. */
export type Capacity = Readonly<{
  by: PersonId;
  role: Role;
  office: string;
  kind: Holding['kind'];
  onBehalfOf?: PersonId;
  letter?: string;
}>;

export type WorkflowEvent =
  | Message<'CaseStarted', { definition: Definition; definitionHash: string; subject: PersonId; by: Capacity; at: Instant }>
  | Message<
      'CaseSubmitted',
      /** `resumeAt`: the stage that had returned it and now goes on; absent where the case begins at its first stage. */
      { round: number; by: Capacity; dossierHash: string; context: CaseContext; resumeAt?: string; at: Instant }
    >
  | Message<
      'StageOpened',
      {
        stage: string;
        kind: StageDefinition['kind'];
        round: number;
        role: Role;
        holdings: readonly Holding[];
        schedule?: Schedule;
        /** Where a migration moved it here: the stage it was, and who has voted there. Nothing is opened then that was not open. */
        carries?: Readonly<{ stage: string; voted: readonly PersonId[] }>;
        at: Instant;
      }
    >
  | Message<'StageSkipped', { stage: string; round: number; because: string; at: Instant }>
  /** A stage of a parallel group need not be gone through again: what was decided in the round named stands. */
  | Message<'StageKept', { stage: string; round: number; from: number; at: Instant }>
  | Message<
      'DecisionMade',
      {
        stage: string;
        kind: StageDefinition['kind'];
        round: number;
        verdict: Verdict;
        reason: string;
        by: Capacity;
        dossierHash: string;
        definitionHash: string;
        at: Instant;
      }
    >
  | Message<
      'CheckRecorded',
      { stage: string; round: number; outcome: 'passed' | 'failed'; facts: Readonly<Record<string, unknown>>; at: Instant }
    >
  /** `migrated`: it goes on under another version of the definition, opened there again. */
  | Message<'StageClosed', { stage: string; round: number; outcome: StageOutcome | 'migrated'; at: Instant }>
  | Message<
      'CaseReturned',
      /** `round` is the round that begins. `schedule` is the repair's, where it went back to the proposer. */
      { from: string; to: string; round: number; reason: string; by: Capacity; schedule?: Schedule; at: Instant }
    >
  | Message<'DeadlinePassed', { stage: string; round: number; outcome: 'overdue' | 'silent' | 'closed'; at: Instant }>
  | Message<
      'ReminderFellDue',
      /** `people` is resolved on the day it fell due; an empty list names a vacant office. */
      { stage: string; round: number; code: string; to: Role; people: readonly PersonId[]; dueOn: Day; at: Instant }
    >
  | Message<
      'CaseMigrated',
      {
        from: Readonly<{ version: number; hash: string }>;
        definition: Definition;
        definitionHash: string;
        mapping: Readonly<Record<string, string>>;
        moves: readonly Readonly<{ from: string; to: string; restarted: boolean; schedule?: Schedule }>[];
        reason: string;
        orderedBy: PersonId;
        at: Instant;
      }
    >
  | Message<'CommentAdded', { text: string; by: PersonId; at: Instant }>
  | Message<'CaseClosed', { outcome: CaseOutcome; stage: string; round: number; reason: string; by?: PersonId; at: Instant }>;

/** What a stage's `when` may read. Plain values only. */
export type CaseContext = Readonly<Record<string, string | number | boolean | null>>;
