/**
 * The inspectorate's review of every decision.
 *
 * It does not know what was decided, nor who holds an office on a day: both are handed to it.
 */
export type { ReviewEvent } from './events.js';
export type { ReviewRow } from './projections.js';
export { reviewIdsOf, reviewsOf } from './queries.js';
export type { AuditTables, ReviewsAsked } from './queries.js';
export { review, whyNotReview } from './review.js';
export type { ReviewCommand, ReviewState } from './review.js';
export { reviewId, reviewOf, Reviews, reviewStream } from './reviews.js';
export { texts } from './texts.js';
import { reviews } from './projections.js';

export { reviews };
/** Every read model of this context. To add one, write it and list it here. */
export const projections = [reviews];

/** Encrypted under the key of the person the case is about: notes speak of people. */
export const personalFields = { ReviewClosed: ['note'], FindingFollowedUp: ['note'], FindingClosed: ['note'] } as const;
