import type { PanelStage } from '../definition.js';
import type { Vote } from '../state.js';
import type { StageKind } from './stage-kind.js';

type Count = Readonly<{ yes: number; no: number }>;
type Rule = (count: Count) => 'passed' | 'failed';

const rules: Readonly<Record<PanelStage['rule'], Rule>> = {
  /** More for than against; a tie fails. */
  majority: ({ yes, no }) => (yes > no ? 'passed' : 'failed'),
  unanimous: ({ no }) => (no === 0 ? 'passed' : 'failed'),
  veto: ({ no }) => (no === 0 ? 'passed' : 'failed'),
};

const countOf = (votes: readonly Vote[]): Count => {
  let yes = 0;
  for (const { verdict } of votes) if (verdict === 'approve') yes++;
  return { yes, no: votes.length - yes };
};

/**
 * Several seats vote (decisions.md 18). The quorum is the least number of votes cast; the rule decides among votes cast; the
 * panel closes when the quorum is met and the votes still out cannot change the result. A veto stands at once.
 */
export const panel: StageKind<PanelStage> = {
  forPeople: true,
  forSubject: false,
  collegial: true,
  outcome: ({ size, quorum, rule, deadline }, votes, late) => {
    const count = countOf(votes);
    if (rule === 'veto' && count.no > 0) return 'failed';
    if (votes.length < quorum) return 'open';
    if (late && deadline?.onPassed === 'close') return rules[rule](count);
    const out = Math.max(0, size - votes.length);
    const best = rules[rule]({ ...count, yes: count.yes + out });
    const worst = rules[rule]({ ...count, no: count.no + out });
    return best === worst ? best : 'open';
  },
  atDeadline: ({ quorum, rule, deadline }, votes) =>
    deadline?.onPassed === 'close' && votes.length >= quorum ? rules[rule](countOf(votes)) : 'open',
};
