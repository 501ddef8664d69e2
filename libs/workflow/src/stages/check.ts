import type { CheckStage } from '../definition.js';
import type { StageKind } from './stage-kind.js';

/** A machine answers, by `RecordCheck`. */
export const check: StageKind<CheckStage> = {
  forPeople: false,
  forSubject: false,
  collegial: false,
  verdicts: [],
  byLine: false,
  outcome: () => 'open',
  atDeadline: () => 'open',
};
