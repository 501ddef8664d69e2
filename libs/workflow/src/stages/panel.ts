import type { PanelStage } from '../definition.js';
import type { Vote } from '../state.js';
import type { StageKind } from './stage-kind.js';

type Result = 'passed' | 'failed';
/** `chair`: how the chair voted; a veto that was cast counts before everything else. */
type Count = Readonly<{ yes: number; no: number; chair?: Result }>;

const countOf = (votes: readonly Vote[]): Count => {
  const yes = votes.filter(({ verdict }) => verdict === 'approve').length;
  const chair = votes.find((vote) => vote.chair);
  return {
    yes,
    no: votes.length - yes,
    ...(chair && { chair: chair.verdict === 'approve' ? ('passed' as const) : ('failed' as const) }),
  };
};

/** More for than against; at a tie the chair's vote decides, and without it the tie fails. */
const majority = ({ yes, no, chair }: Count): Result => (yes === no ? (chair ?? 'failed') : yes > no ? 'passed' : 'failed');

const resultOf = ({ rule, vetoBy }: PanelStage, count: Count): Result =>
  rule === 'majority' || (rule === 'veto' && vetoBy !== undefined) ? majority(count) : count.no === 0 ? 'passed' : 'failed';

const isVetoed = ({ rule, vetoBy }: PanelStage, votes: readonly Vote[]): boolean =>
  rule === 'veto' && votes.some(({ verdict, veto }) => verdict !== 'approve' && (vetoBy === undefined || veto === true));

/**
 * Several seats vote (decisions.md 18). The quorum is the least number of votes cast; the rule decides among votes cast; the
 * panel closes when the quorum is met and the votes still out cannot change the result. A veto stands at once. Who stepped
 * aside leaves a smaller panel.
 */
export const panel: StageKind<PanelStage> = {
  forPeople: true,
  forSubject: false,
  collegial: true,
  verdicts: ['approve', 'reject'],
  byLine: true,
  outcome: (stage, votes, late, { recused }) => {
    if (isVetoed(stage, votes)) return 'failed';
    if (votes.length < stage.quorum) return 'open';
    const count = countOf(votes);
    if (late && stage.deadline?.onPassed === 'close') return resultOf(stage, count);
    const out = Math.max(0, stage.size - recused - votes.length);
    if (out === 0) return resultOf(stage, count);
    // Of the votes still out one may be a veto, or the chair's; a tie without his vote fails as with it.
    const vetoOut = stage.rule === 'veto' && !votes.some(({ veto }) => veto);
    const chair = count.chair === undefined && stage.chair !== undefined;
    const best = resultOf(stage, { ...count, yes: count.yes + out, ...(chair && { chair: 'passed' }) });
    const worst = vetoOut ? 'failed' : resultOf(stage, { ...count, no: count.no + out });
    return best === worst ? best : 'open';
  },
  atDeadline: (stage, votes, { recused: _ }) =>
    stage.deadline?.onPassed === 'close' && votes.length >= stage.quorum ? resultOf(stage, countOf(votes)) : 'open',
};
