import type { Message } from '@app/decider';

/** Streams `review-<id>`; the id is derived from the decision's event id: one review for each decision. */
export type ReviewEvent =
  | Message<
      'ReviewOpened',
      {
        id: string;
        caseId: string;
        /** The person the case is about. */
        subject: string;
        decision: string;
        stage: string;
        round: number;
        verdict: string;
        decidedBy: string;
        office: string;
        /** The agency of the office that decided: nobody of it may review. */
        agency: string | null;
        decidedAt: string;
        dueOn: string;
        dueAt: string;
        reminders: readonly Readonly<{ code: string; at: string }>[];
        at: string;
      }
    >
  /** `supersedes`: earlier reminders that had not gone out and are not going to. */
  | Message<
      'ReviewReminderFellDue',
      { id: string; code: string; people: readonly string[]; supersedes: readonly string[]; dueOn: string; at: string }
    >
  | Message<'ReviewClosed', { id: string; outcome: 'clean' | 'finding'; note: string; by: string; at: string }>
  | Message<'FindingFollowedUp', { id: string; note: string; by: string; at: string }>
  | Message<'FindingClosed', { id: string; note: string; by: string; at: string }>;
