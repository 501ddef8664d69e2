import type { SignoffStage } from '../definition.js';
import type { StageKind } from './stage-kind.js';

/** Each group signs once, by whoever holds its office. One refusal fails it; silence signs nothing. */
export const signoff: StageKind<SignoffStage> = {
  forPeople: true,
  forSubject: false,
  collegial: true,
  verdicts: ['approve', 'reject'],
  byLine: true,
  outcome: ({ groups }, votes) => {
    if (votes.some(({ verdict }) => verdict !== 'approve')) return 'failed';
    return groups.every(({ role }) => votes.some(({ by }) => signedFor(by) === role)) ? 'passed' : 'open';
  },
  atDeadline: () => 'open',
};

/** The group for which somebody signed: his own, or the one in whose place he did. */
const signedFor = ({ role, inPlaceOf }: Readonly<{ role: string; inPlaceOf?: string }>): string => inPlaceOf ?? role;
