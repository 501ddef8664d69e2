import type { Message } from '@app/decider';

/** Streams `review-<id>`; the id is derived from the decision's event id: one review for each decision. */
export type ReviewEvent =
  | Message<
      'ReviewOpened',
      {
        id: string;
        caseId: string;
        decision: string;
        stage: string;
        round: number;
        verdict: string;
        decidedBy: string;
        office: string;
        /** The agency of the office that decided: nobody of it may review. */
        agency: string | null;
        dueOn: string;
        dueAt: string;
        at: string;
      }
    >
  | Message<'ReviewClosed', { id: string; outcome: 'clean' | 'finding'; note: string; by: string; at: string }>
  | Message<'FindingFollowedUp', { id: string; note: string; by: string; at: string }>
  | Message<'FindingClosed', { id: string; note: string; by: string; at: string }>;
