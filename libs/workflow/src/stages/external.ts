import type { ExternalStage } from '../definition.js';
import type { StageKind } from './stage-kind.js';

/**
 * An answer from outside is awaited: a recommendation, a technical consideration, a permission. Whoever holds the office records
 * it with its number and date (`RecordAnswer`), or sends back a case that was sent back to him. Its time is not the case's own.
 */
export const external: StageKind<ExternalStage> = {
  forPeople: true,
  forSubject: false,
  collegial: false,
  verdicts: ['return'],
  byLine: false,
  outcome: () => 'open',
  atDeadline: () => 'open',
};
