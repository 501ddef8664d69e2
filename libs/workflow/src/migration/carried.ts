import type { Instant, Schedule } from '../events.js';
import type { Addressee, PersonId } from '../people.js';

/** What a stage brings along from under another version: whoever reads of it would else think it new. */
export type Carried = Readonly<{
  /** The stage it was. */
  stage: string;
  /** Who has voted there or stepped aside, and whose seats are taken by it. */
  voted: readonly PersonId[];
  /** Who has taken the task, or was given it. */
  claimedBy?: PersonId;
  /** Who was asked for advice there and has not given it. */
  advisers?: readonly PersonId[];
  /** What is asked there goes on being asked. */
  asked?: Readonly<{
    of: Addressee;
    /** With the reminders that are still to come. */
    schedule?: Schedule;
    /** The day by which it was to be answered has passed. */
    overdue?: true;
    /** Its clock stands still. */
    paused?: true;
    at: Instant;
  }>;
  /** Its deadline, which it keeps, has passed. Of its reminders the schedule has those that are still to come. */
  overdue?: true;
  /** Its clock stands still. */
  paused?: true;
}>;
