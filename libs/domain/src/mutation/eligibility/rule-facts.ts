import type { Day } from '../days.js';
import type { EligibilityFacts } from '../facts.js';
import type { RulePhase } from '../events.js';

/** A paper the checklist asks for, as far as the rules care. */
export type PaperFact = Readonly<{
  type: string;
  required: boolean;
  state: 'missing' | 'awaited' | 'attached' | 'accepted' | 'deficient' | 'expired' | 'produced';
}>;

/** Somebody acting with authority: how the office is held. */
export type ActorFact = Readonly<{ person: string; kind: string }>;

/** Everything the rules look at: the other contexts' facts, and the case's own. */
export type RuleFacts = EligibilityFacts &
  Readonly<{
    phase: RulePhase;
    moveType: string;
    ownRequest: boolean;
    /** The day of asking, in the tenant's zone. */
    today: Day;
    /** The day the move would take effect: the decree's, else the wished one, and never before today. */
    day: Day;
    /** Every paper that is attached, asked for or not; not only the required ones. */
    papers: readonly PaperFact[];
    proposer: string;
    /** Who takes the step this is asked for. */
    actor: ActorFact | null;
    /** Who approved at verification; `null` before that. */
    verifier: string | null;
    /** Who signs: the regent's office on the day of signing. `null` where it is vacant. */
    signatory: ActorFact | null;
    /** The assessment team's session; `null` before it voted. */
    panel: Readonly<{ size: number; quorum: number; cast: number; outcome: string }> | null;
    decree: Readonly<{ date: Day; effectiveDate: Day }> | null;
    approvedOn: Day | null;
  }>;

/** What the rows' conditions may ask about. */
export const attributesOf = ({ moveType, ownRequest, person, target }: RuleFacts): Readonly<Record<string, unknown>> => ({
  moveTypes: moveType,
  direction: moveType.startsWith('INTERNAL') ? 'internal' : 'incoming',
  ownRequest,
  employeeType: person?.employeeType,
  sourcePosition: person?.assignment?.postType,
  targetPosition: target?.type,
  // A post that is not on the map has nobody to share with: refused as strictly as a single one.
  targetIsSingleIncumbent: !target || target.need <= 1,
  positionInFreezeScope: (target?.inFreezeScope ?? false) || (person?.assignment?.inFreezeScope ?? false),
});
