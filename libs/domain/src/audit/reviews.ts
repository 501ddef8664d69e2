import { v5 as uuidV5 } from 'uuid';
import { Rejection } from '@app/decider';
import type { CommandMeta, Outcome, Transactor } from '@app/event-store';
import { type Calendar, type Deadline, scheduleOf } from '@app/workflow';
import type { ReviewEvent } from './events.js';
import { review, type ReviewCommand, type ReviewState } from './review.js';

const ALUR_REVIEW = uuidV5('review', uuidV5.DNS);

/** One for each decision: `decision` is its event's id. */
export const reviewId = (decision: string): string => uuidV5(decision, ALUR_REVIEW);

export const reviewStream = (tenant: string, id: string): string => `${tenant}.review-${id}`;

/** `audit_review` of `deadlines.json`: five working days (recalled: a local SOP). */
const deadline: Deadline = { workingDays: 5, onPassed: 'wait', reminders: [-1, 1], escalations: [] };

/** What a review is about: all that `ReviewOpened` holds but what is reckoned here. */
type Decision = Omit<Extract<ReviewCommand, { type: 'OpenReview' }>['data'], 'id' | 'dueOn' | 'dueAt' | 'reminders' | 'at'>;

/** The review that a decision calls for. */
export const reviewOf = (decision: Decision, calendar: Calendar, at: string): Extract<ReviewCommand, { type: 'OpenReview' }> => {
  const { dueOn, dueAt, reminders } = scheduleOf(deadline, at, calendar);
  return {
    type: 'OpenReview',
    data: {
      id: reviewId(decision.decision),
      ...decision,
      dueOn,
      dueAt,
      reminders: reminders.map(({ code, at }) => ({ code, at })),
      at,
    },
  };
};

type Closing = Extract<ReviewCommand, { type: 'CloseReview' }>;

/** Carries commands to the streams of reviews. */
export class Reviews {
  constructor(private readonly transactor: Transactor) {}

  /** @throws Rejection as the decider says */
  async execute(id: string, command: ReviewCommand, meta: CommandMeta): Promise<Outcome<ReviewEvent, ReviewState>> {
    const stream = reviewStream(meta.tenant, id);
    if (command.type === 'OpenReview') return this.transactor.transact(stream, review, command, meta, { likelyNew: true });
    const state = await this.load(meta.tenant, id);
    // Notes are personal: they are encrypted under the key of the person the case is about.
    return this.transactor.transact(
      stream,
      review,
      command,
      state.status === 'absent' ? meta : { ...meta, subject: state.review.subject },
    );
  }

  /** How it stands now, from its own events. */
  async load(tenant: string, id: string): Promise<ReviewState> {
    return (await this.transactor.load(reviewStream(tenant, id), review)).state;
  }

  /**
   * Closes many in one go, with the same outcome and note. Each is its own decision: one that is refused does not keep the
   * others from being closed, and repeating it closes what was left.
   *
   * @param metaOf the metadata of each command; its command id must be derived from the review's id
   */
  async closeAll(
    ids: readonly string[],
    command: Closing,
    metaOf: (id: string) => CommandMeta,
  ): Promise<Readonly<{ closed: readonly Outcome<ReviewEvent, ReviewState>[]; refused: ReadonlyMap<string, Rejection> }>> {
    const closed: Outcome<ReviewEvent, ReviewState>[] = [];
    const refused = new Map<string, Rejection>();
    for (const id of ids) {
      try {
        closed.push(await this.execute(id, command, metaOf(id)));
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        refused.set(id, error);
      }
    }
    return { closed, refused };
  }
}
