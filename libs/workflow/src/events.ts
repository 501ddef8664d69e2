import type { Message } from '@app/decider';
import type { Carried } from './migration/carried.js';
import type { Definition, StageDefinition, VacancyPolicy, Verdict } from './definition.js';
import type { Addressee, Holding, PersonId, Role } from './people.js';

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
  reminders: readonly Reminder[];
}>;

/** `every`: told again after so many working days until it is done, `left` times more where that is bounded. */
export type Reminder = Readonly<{ code: string; at: Instant; to: Role; every?: number; left?: number }>;

/** What waits besides a stage: whoever was asked for information there; the case as a whole, at a place called `case`. */
export type WaitKind = 'question' | 'case';
/** Why a clock stands still; the last two are of the case as a whole. */
export type PauseReason = 'asked' | 'suspended' | 'returned' | 'outside';

/** What somebody had before him when he decided: hashes or versions. `authority`: of the row by which he acts. */
export type Seen = Readonly<{ dossier?: string; definition?: string; rules?: string; calendar?: string; authority?: string }>;

/** Who decided has proved once more that it is he, for this decision alone. `of`: the hash of the dossier that he signed for. */
export type Signature = Readonly<{ method: string; of: string; at: Instant }>;

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
  /** The row of the authority matrix that granted it, and the law that row rests on. */
  authorityRow?: string;
  basis?: string;
  /** The role whose office was vacant, in whose place it was done, and by which policy of the stage. */
  inPlaceOf?: Role;
  vacancy?: VacancyPolicy['policy'];
}>;

/** One of a batch: the person it is about, under a key of its own. */
export type Line = Readonly<{ key: string; subject: PersonId }>;
/** `leave`: the decider has no say about it, being concerned himself. */
export type LineVerdict = 'approve' | 'reject' | 'leave';
export type FallenLine = Readonly<{ key: string; because: 'rejected' | 'left-out' }>;

export type WorkflowEvent =
  | Message<'CaseStarted', { definition: Definition; definitionHash: string; subject: PersonId; by: Capacity; at: Instant }>
  | Message<
      'CaseSubmitted',
      /** `resumeAt`: the stage that had returned it and now goes on; absent where the case begins at its first stage. */
      {
        round: number;
        by: Capacity;
        dossierHash: string;
        context: CaseContext;
        resumeAt?: string;
        /** Of a batch: the lines that are submitted. One that stood before and is not among them was taken out. */
        lines?: readonly Line[];
        at: Instant;
      }
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
        /** Where a migration moved it here: the stage it was. Nothing is opened then that was not open. */
        carries?: Carried;
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
        /** What the decider said he had seen, which was what was in force. */
        seen?: Seen;
        /** Where the stage asks for one, or one was given. */
        signature?: Signature;
        /** Of a batch: the lines decided otherwise than the rest, and why. */
        lines?: Readonly<Record<string, LineVerdict>>;
        /** `null` where whom it is about was forgotten. */
        lineReasons?: Readonly<Record<string, string | null>> | null;
        /** Whom each of them is about. */
        lineSubjects?: Readonly<Record<string, PersonId>>;
        /** In a panel: his vote breaks a tie; his vote against ends it. */
        chair?: true;
        veto?: true;
        at: Instant;
      }
    >
  | Message<
      'CheckRecorded',
      { stage: string; round: number; outcome: 'passed' | 'failed'; facts: Readonly<Record<string, unknown>>; at: Instant }
    >
  | Message<
      'ExternalAnswerRecorded',
      /** What was answered from outside, under which number and date. `by` is absent where the system took it in. */
      {
        stage: string;
        round: number;
        outcome: 'passed' | 'failed';
        number: string;
        date: Day;
        /** The id of the attachment that it is. */
        document?: string;
        note: string;
        by?: Capacity;
        at: Instant;
      }
    >
  /** Lines of a batch that go no further: rejected, or left out by somebody whom they concern. */
  | Message<'LinesFellOut', { stage: string; round: number; lines: readonly FallenLine[]; at: Instant }>
  | Message<
      'InformationAsked',
      /** `of`: a role of the case, or a person. `schedule`: until when an answer is asked for. */
      { stage: string; round: number; question: string; of: Addressee; by: Capacity; schedule?: Schedule; at: Instant }
    >
  | Message<'InformationAnswered', { stage: string; round: number; answer: string; by: PersonId; at: Instant }>
  /** The stage ends, or the case, before it was answered: nobody waits for it any more. `by`: who ended it. */
  | Message<'InformationLapsed', { stage: string; round: number; of: Addressee; by: PersonId; at: Instant }>
  /** Nothing falls due until it is resumed. `wait`, here and below: not what the stage waits for, but what was asked there, or the case. */
  | Message<'ClockPaused', { stage: string; round: number; wait?: WaitKind; because: PauseReason; at: Instant }>
  | Message<
      'ClockResumed',
      /** `days`: the working days it stood still, by which it is due later. `overdue`: the deadline had passed before. */
      {
        stage: string;
        round: number;
        wait?: WaitKind;
        schedule: Schedule;
        originalDueOn: Day;
        days: number;
        overdue: boolean;
        at: Instant;
      }
    >
  /** The definition says until when the case as a whole is to be decided. */
  | Message<'CaseClockStarted', { schedule: Schedule; at: Instant }>
  /** The case has ended, or goes on under a version that says nothing of that. */
  | Message<'CaseClockStopped', { because: 'closed' | 'migrated'; dueOn: Day; originalDueOn: Day; overdue: boolean; at: Instant }>
  | Message<'TaskClaimed', { stage: string; round: number; by: Capacity; at: Instant }>
  | Message<'TaskReleased', { stage: string; round: number; by: PersonId; at: Instant }>
  | Message<'TaskReassigned', { stage: string; round: number; to: PersonId; reason: string; by: PersonId; at: Instant }>
  | Message<
      'AdviserAdded',
      /** `required`: nothing is decided before he has advised. Of one who was added before it is what counts from now on. */
      { stage: string; round: number; adviser: PersonId; required: boolean; question: string; by: Capacity; at: Instant }
    >
  | Message<'AdviceGiven', { stage: string; round: number; advice: string; by: PersonId; at: Instant }>
  /** Somebody steps aside at a stage, in every round to come as well. */
  | Message<'Recused', { stage: string; round: number; reason: string; by: Capacity; at: Instant }>
  | Message<'CaseSuspended', { reason: string; by: PersonId; at: Instant }>
  | Message<'CaseResumed', { reason: string; by: PersonId; at: Instant }>
  | Message<
      'AttachmentAdded',
      /** The bytes are kept elsewhere, by their SHA-256 (hex). `size` in bytes. */
      { id: string; name: string; sha256: string; size: number; mime: string; by: PersonId; at: Instant }
    >
  /** `migrated`: it goes on under another version of the definition, opened there again. */
  | Message<'StageClosed', { stage: string; round: number; outcome: StageOutcome | 'migrated'; at: Instant }>
  | Message<
      'CaseReturned',
      /** `round` is the round that begins. `schedule` is the repair's, where it went back to the proposer. */
      {
        from: string;
        to: string;
        round: number;
        reason: string;
        by: Capacity;
        schedule?: Schedule;
        /** The dossier that was returned. */
        dossierHash?: string;
        at: Instant;
      }
    >
  | Message<
      'DeadlinePassed',
      { stage: string; round: number; wait?: WaitKind; outcome: 'overdue' | 'silent' | 'closed'; at: Instant }
    >
  | Message<
      'ReminderFellDue',
      /** `people` is resolved on the day it fell due; an empty list names a vacant office. */
      {
        stage: string;
        round: number;
        wait?: WaitKind;
        code: string;
        to: Role;
        people: readonly PersonId[];
        dueOn: Day;
        /** When it is told again, if it is. */
        next?: Reminder;
        at: Instant;
      }
    >
  | Message<
      'VacancyFound',
      /** Nobody of the office may act. `alerted` was told; `instead` may act in its place. */
      {
        stage: string;
        round: number;
        role: Role;
        office: string;
        policy: VacancyPolicy['policy'];
        alerted: readonly PersonId[];
        instead: readonly Holding[];
        at: Instant;
      }
    >
  | Message<
      'DeadlinesReplanned',
      /** `to.reminders`: those still to come. `overdue`: the deadline that passed has passed by the new calendar too. */
      {
        stage: string;
        round: number;
        wait?: WaitKind;
        from: Pick<Schedule, 'dueOn' | 'dueAt' | 'calendar'>;
        to: Schedule;
        calendar: string;
        because: string;
        overdue: boolean;
        at: Instant;
      }
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
  | Message<
      'CaseClosed',
      {
        outcome: CaseOutcome;
        stage: string;
        round: number;
        reason: string;
        by?: PersonId;
        /** Of a batch that is approved: the lines that are. */
        lines?: readonly string[];
        at: Instant;
      }
    >;

/** What a stage's `when` may read. Plain values only. */
export type CaseContext = Readonly<Record<string, string | number | boolean | null>>;
