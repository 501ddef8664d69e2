import type { ConsentStage } from '../definition.js';
import type { StageKind } from './stage-kind.js';

/** The person concerned is heard. Agreement and remarks both pass; they are kept, and are no veto (decisions.md 19). */
export const consent: StageKind<ConsentStage> = {
  forPeople: true,
  forSubject: true,
  collegial: false,
  verdicts: ['approve', 'reject', 'return'],
  byLine: false,
  outcome: (_, votes) => (votes.length > 0 ? 'passed' : 'open'),
  atDeadline: ({ deadline }) => (deadline?.onPassed === 'silence' ? 'silent' : 'open'),
};
