import { Command, Query } from '@nestjs/cqrs';
import type { Message } from '@app/decider';
import type { Written } from '../http/answer.js';
import type { Asked, Caller } from '../http/asked.js';
import type { NoteRequest, OutcomeRequest, ReviewsRequest } from './requests.js';
import type { ReviewedResponse, ReviewList } from './responses.js';

export type ReviewWish =
  Message<'Close', OutcomeRequest> | Message<'FollowUp', NoteRequest> | Message<'CloseFinding', NoteRequest>;

/** The envelope of a review's stream. */
export class ExecuteReview extends Command<Written<ReviewedResponse>> {
  constructor(
    readonly id: string,
    readonly wish: ReviewWish,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** All open reviews of a case in one go. */
export class CloseReviewsOfCase extends Command<Written<ReviewedResponse>> {
  constructor(
    readonly caseId: string,
    readonly outcome: OutcomeRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class ListReviews extends Query<ReviewList> {
  constructor(
    readonly asked: ReviewsRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}
