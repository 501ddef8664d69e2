import type { Message } from '@app/decider';

export type ObligationKind = 'evaluation' | 'training';

/** The one who owes it, and the one it escalates to. */
export type Party = 'owner' | 'superior';

/** Streams `obligation-<id>`; the id is derived from case and code, so that opening twice is opening once. */
export type ObligationEvent =
  | Message<
      'ObligationOpened',
      {
        id: string;
        kind: ObligationKind;
        /** Which of its kind: `evaluation-3m`, `training-1m` … Its texts are in the catalogue under this code. */
        code: string;
        caseId: string;
        /** The person it is about. */
        subject: string;
        /** The office that owes it, and the one it escalates to. */
        owner: string;
        superior: string;
        /** The day it counts from; it can't be fulfilled before. */
        since: string;
        dueOn: string;
        dueAt: string;
        reminders: readonly Readonly<{ code: string; at: string; to: Party }>[];
        at: string;
      }
    >
  /** `supersedes`: earlier reminders to the same party that had not gone out and are not going to. */
  | Message<
      'ObligationReminderFellDue',
      { id: string; code: string; to: Party; people: readonly string[]; supersedes: readonly string[]; dueOn: string; at: string }
    >
  | Message<
      'ObligationCompleted',
      { id: string; by: string; note: string; result: Readonly<Record<string, unknown>>; at: string }
    >
  | Message<'ObligationWithdrawn', { id: string; because: string; at: string }>;
