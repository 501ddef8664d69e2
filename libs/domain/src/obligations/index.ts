/**
 * What is owed because of a case, by whom and until when: evaluations, follow-ups of training.
 *
 * It does not know what a case is, nor who holds an office on a day: both are handed to it.
 * To add a reminder, see `reminders.ts`; to add a kind, `kinds.ts`.
 */
export type { ObligationEvent, ObligationKind, Party } from './events.js';
export { kinds } from './kinds.js';
export type { Concerned } from './kinds.js';
export { obligation } from './obligation.js';
export type { ObligationCommand, ObligationState } from './obligation.js';
export { obligationId, Obligations, obligationStream, owedAfter } from './obligations.js';
export type { ObligationRow } from './projections.js';
export { obligationsOf, openObligationsOf } from './queries.js';
export type { ObligationsAsked, ObligationsTables } from './queries.js';
export { reminders } from './reminders.js';
export { texts } from './texts.js';
import { obligations } from './projections.js';

export { obligations };
/** Every read model of this context. To add one, write it and list it here. */
export const projections = [obligations];

/** Encrypted under the key of the person it is about. */
export const personalFields = { ObligationCompleted: ['note', 'result'] } as const;
