import type { AcknowledgementStage } from '../definition.js';
import type { StageKind } from './stage-kind.js';

/**
 * Taken note of, by one holder of the office or by all who hold it on the day the last of them does. Nobody can refuse it, so
 * that it never ends a case; its deadline may pass it in silence.
 */
export const acknowledgement: StageKind<AcknowledgementStage> = {
  forPeople: true,
  forSubject: true,
  collegial: true,
  verdicts: ['approve'],
  byLine: false,
  outcome: ({ all }, votes, _, { out }) => (votes.length > 0 && (all !== true || out === 0) ? 'passed' : 'open'),
  atDeadline: ({ deadline }) => (deadline?.onPassed === 'silence' ? 'silent' : 'open'),
};
