/**
 * The smallest vocabulary of deciding: messages, decisions, refusals, deciders.
 *
 * It knows no framework, no store and no clock. It is closed: adding to it takes an ADR.
 */
export type { Message } from './message.js';
export { fold } from './decider.js';
export type { Decider, Decision } from './decider.js';
export { Rejection, rejections } from './rejection.js';
export type { Facts, RejectionKind } from './rejection.js';
