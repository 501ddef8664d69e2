import type { Definition, StageDefinition, Verdict } from './definition.js';
import type { Capacity, CaseContext, CaseOutcome, Instant, Schedule, StageOutcome } from './events.js';
import type { PersonId } from './people.js';

/** A decision as it stands in its stage. */
export type Vote = Readonly<{ by: Capacity; verdict: Verdict; reason: string; dossierHash: string; at: Instant }>;

/** A stage, or the proposer's repair, that waits for somebody. */
export type Wait = Readonly<{
  /** A stage's key, or `submission`. */
  stage: string;
  round: number;
  since: Instant;
  schedule?: Schedule;
  overdue: boolean;
  /** The reminders that fell due. */
  reminded: readonly string[];
}>;

/** A stage that is open now. */
export type OpenStage = Wait & Readonly<{ definition: StageDefinition; index: number; votes: readonly Vote[] }>;

/** A stage that was gone through, or gone past. */
export type Passage = Readonly<{
  stage: string;
  round: number;
  outcome: StageOutcome | 'skipped';
  openedAt: Instant;
  closedAt: Instant;
  because?: string;
  schedule?: Schedule;
  votes: readonly Vote[];
}>;

/** Who acted where, in whatever round: what four eyes are reckoned from. */
export type Deed = Readonly<{ stage: string; person: PersonId }>;

export type Comment = Readonly<{ text: string; by: PersonId; at: Instant }>;

/** What every case has once it was started. */
export type Case = Readonly<{
  definition: Definition;
  definitionHash: string;
  subject: PersonId;
  /** Who started it, and in which role: the role that submits and repairs it. */
  starter: Capacity;
  startedAt: Instant;
  round: number;
  dossierHash: string;
  context: CaseContext;
  deeds: readonly Deed[];
  passages: readonly Passage[];
  /** The stages that returned the case and have not had it back, the next one first. */
  resume: readonly string[];
  /** The newest comment, by which a repeat is known. */
  lastComment?: Comment;
}>;

export type Draft = Case & Readonly<{ status: 'draft' }>;
/** One stage, or several of a parallel group, in the order of the definition. */
export type OpenStages = readonly [OpenStage, ...OpenStage[]];
export type Open = Case & Readonly<{ status: 'open'; open: OpenStages }>;
export type Returned = Case & Readonly<{ status: 'returned'; repair: Wait }>;
export type Closed = Case & Readonly<{ status: 'closed'; outcome: CaseOutcome; stage: string; closedAt: Instant }>;
/** Between two events of one append. No history ends here. */
export type Routing = Case & Readonly<{ status: 'routing' }>;

export type Live = Draft | Open | Returned | Closed | Routing;
export type WorkflowState = Readonly<{ status: 'absent' }> | Live;

/** What of a state outlives the place where the case stands. Spelled out, since a rest pattern is ten times slower. */
export const caseOf = (state: Case): Case => ({
  definition: state.definition,
  definitionHash: state.definitionHash,
  subject: state.subject,
  starter: state.starter,
  startedAt: state.startedAt,
  round: state.round,
  dossierHash: state.dossierHash,
  context: state.context,
  deeds: state.deeds,
  passages: state.passages,
  resume: state.resume,
  ...(state.lastComment !== undefined && { lastComment: state.lastComment }),
});

export const stageAt = ({ stages }: Definition, key: string): number => stages.findIndex((stage) => stage.key === key);

/** A case, and the one of its open stages that is meant. */
export type At = Readonly<{ state: Open; open: OpenStage }>;

/** The open stages without one of them; nothing where it was the only one. */
export const without = (open: readonly OpenStage[], stage: string): OpenStages | undefined => {
  const [first, ...rest] = open.filter((each) => each.stage !== stage);
  return first && [first, ...rest];
};
