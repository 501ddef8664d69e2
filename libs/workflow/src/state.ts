import type { Definition, StageDefinition, Term, VacancyPolicy, Verdict } from './definition.js';
import type {
  Capacity,
  CaseContext,
  CaseOutcome,
  Day,
  FallenLine,
  Instant,
  Line,
  LineVerdict,
  Schedule,
  StageOutcome,
  WaitKind,
} from './events.js';
import type { Hands } from './four-eyes.js';
import type { Addressee, PersonId } from './people.js';

/** A decision as it stands in its stage. */
export type Vote = Readonly<{
  by: Capacity;
  verdict: Verdict;
  reason: string;
  dossierHash: string;
  at: Instant;
  /** Of a batch: the lines that were decided otherwise. */
  lines?: Readonly<Record<string, LineVerdict>>;
  chair?: true;
  veto?: true;
}>;

/** A stage, or the proposer's repair, that waits for somebody. */
export type Wait = Readonly<{
  /** A stage's key, or `submission`. */
  stage: string;
  round: number;
  /** Where it is not the stage itself that waits. */
  wait?: WaitKind;
  since: Instant;
  schedule?: Schedule;
  overdue: boolean;
  /** The reminders that fell due. */
  reminded: readonly string[];
  /** When it was due first, where that was moved. */
  originalDueOn?: Day;
  /** Working days that it was given beyond its deadline, for those in which it stood still. */
  extension?: number;
  /** Since when its clock stands still. */
  pausedAt?: Instant;
  /** The term that was promised, where the case has gone on under another version since; else the definition says it. */
  term?: Term;
  /** From when it is reckoned, where a migration had it begin anew; else since it waits. */
  countedFrom?: Instant;
}>;

/** Something that was asked at a stage and has not been answered. `wait`: until when it should be; absent in old histories. */
export type Question = Readonly<{ question: string; of: Addressee; by: PersonId; at: Instant; wait?: Wait }>;
/** Somebody who was asked for advice, and what he said. */
export type Adviser = Readonly<{ person: PersonId; required: boolean; question: string; advice?: string }>;
/** What was answered from outside. */
export type ExternalAnswer = Readonly<{
  outcome: 'passed' | 'failed';
  number: string;
  date: Day;
  document?: string;
  note: string;
}>;

/** A stage that is open now. */
export type OpenStage = Wait &
  Readonly<{
    definition: StageDefinition;
    index: number;
    votes: readonly Vote[];
    vacancy?: Vacancy;
    question?: Question;
    /** Who has taken the task, or was given it. */
    claimedBy?: PersonId;
    advisers?: readonly Adviser[];
    answer?: ExternalAnswer;
  }>;

/** A vacant office that was found: what is done about it, and who was told. */
export type Vacancy = Readonly<{ policy: VacancyPolicy['policy']; alerted: readonly PersonId[]; at: Instant }>;

/** A stage that was gone through, or gone past. */
export type Passage = Readonly<{
  stage: string;
  round: number;
  outcome: StageOutcome | 'skipped';
  openedAt: Instant;
  closedAt: Instant;
  because?: string;
  schedule?: Schedule;
  originalDueOn?: Day;
  votes: readonly Vote[];
  advisers?: readonly Adviser[];
  answer?: ExternalAnswer;
}>;

/** A line of a batch. `fell`: why it goes no further, `withdrawn` where its proposer took it out. */
export type CaseLine = Line &
  Readonly<{ fell?: Readonly<{ stage: string; round: number; because: FallenLine['because'] | 'withdrawn' }> }>;
/** The dossier on which a round rested. */
export type Round = Readonly<{ round: number; dossierHash: string; at: Instant }>;
/** Who stepped aside at a stage: the person, and the seat he sat in. */
export type Recusal = Readonly<{ stage: string; person: PersonId; seat: PersonId }>;
export type Attachment = Readonly<{
  id: string;
  name: string;
  sha256: string;
  size: number;
  mime: string;
  by: PersonId;
  at: Instant;
}>;
export type Suspension = Readonly<{ reason: string; by: PersonId; at: Instant }>;

/** Who acted where, in whatever round: what four eyes are reckoned from. */
export type Deed = Hands & Readonly<{ stage: string }>;

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
  /** Each round that was submitted or returned to a stage, with the dossier it rests on. */
  rounds: readonly Round[];
  /** Of a batch; empty for a case about one person. */
  lines: readonly CaseLine[];
  recusals: readonly Recusal[];
  attachments: readonly Attachment[];
  /** While nothing may be done but resume it, withdraw it, cancel it or say something. */
  suspended: Suspension | null;
  /** Until when it is to be decided as a whole, where the definition says so and it was submitted. */
  clock: Wait | null;
  /** The newest comment, by which a repeat is known. */
  lastComment: Comment | null;
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
  rounds: state.rounds,
  lines: state.lines,
  recusals: state.recusals,
  attachments: state.attachments,
  suspended: state.suspended,
  clock: state.clock,
  lastComment: state.lastComment,
});

/** The same, on its way between two stages. One literal: what a decision costs is mostly the copies that are made of its case. */
export const routingOf = (state: Case, passages = state.passages, resume = state.resume): Routing => ({
  definition: state.definition,
  definitionHash: state.definitionHash,
  subject: state.subject,
  starter: state.starter,
  startedAt: state.startedAt,
  round: state.round,
  dossierHash: state.dossierHash,
  context: state.context,
  deeds: state.deeds,
  passages,
  resume,
  rounds: state.rounds,
  lines: state.lines,
  recusals: state.recusals,
  attachments: state.attachments,
  suspended: state.suspended,
  clock: state.clock,
  lastComment: state.lastComment,
  status: 'routing',
});

/** The same, with these stages open. */
export const openOf = (
  state: Case,
  open: OpenStages,
  round = state.round,
  passages = state.passages,
  resume = state.resume,
  deeds = state.deeds,
): Open => ({
  definition: state.definition,
  definitionHash: state.definitionHash,
  subject: state.subject,
  starter: state.starter,
  startedAt: state.startedAt,
  round,
  dossierHash: state.dossierHash,
  context: state.context,
  deeds,
  passages,
  resume,
  rounds: state.rounds,
  lines: state.lines,
  recusals: state.recusals,
  attachments: state.attachments,
  suspended: state.suspended,
  clock: state.clock,
  lastComment: state.lastComment,
  status: 'open',
  open,
});

export const stageAt = ({ stages }: Definition, key: string): number => stages.findIndex((stage) => stage.key === key);

/** A case, and the one of its open stages that is meant. */
export type At = Readonly<{ state: Open; open: OpenStage }>;

/** The open stages without one of them; nothing where it was the only one. */
export const without = (open: readonly OpenStage[], stage: string): OpenStages | undefined => {
  if (open.length === 1 && open[0]?.stage === stage) return undefined;
  const [first, ...rest] = open.filter((each) => each.stage !== stage);
  return first && [first, ...rest];
};
