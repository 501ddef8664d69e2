/**
 * The inspectorate's review of every decision.
 *
 * It does not know what was decided, nor who holds an office on a day: both are handed to it.
 */
export type { ReviewEvent } from './events.js';
export { reviews } from './projections.js';
export type { ReviewRow } from './projections.js';
export { openReviewsOf, reviewsOf } from './queries.js';
export type { AuditTables, ReviewsAsked } from './queries.js';
export { review, whyNotReview } from './review.js';
export type { ReviewCommand, ReviewState } from './review.js';
export { reviewId, reviewOf, Reviews, reviewStream } from './reviews.js';
export { texts } from './texts.js';
