import type { ApprovalStage } from '../definition.js';
import type { StageKind } from './stage-kind.js';

/** One holder of the office decides. Silence decides nothing: an approval is never had by waiting. */
export const approval: StageKind<ApprovalStage> = {
  forPeople: true,
  forSubject: false,
  collegial: false,
  verdicts: ['approve', 'reject', 'return'],
  byLine: true,
  outcome: (_, votes) => {
    const verdict = votes.at(-1)?.verdict;
    if (verdict === undefined) return 'open';
    return verdict === 'approve' ? 'passed' : 'failed';
  },
  atDeadline: () => 'open',
};
