import type { Message } from '@app/decider';
import type {
  Calendar,
  Definition,
  Directory,
  Holding,
  Instant,
  PersonId,
  Rights,
  Seen,
  Signature,
  Verdict,
  WorkflowCommand,
} from '@app/workflow';
import type { Day } from './days.js';
import type { RuleSet } from './eligibility/rule.js';
import type { CaseDocument, Dossier } from './events.js';
import type { EligibilityFacts } from './facts.js';

/** Refusals of what was gathered or seen before: `about`: whom directory and facts were gathered for; `ifMatch`: the ETag that was seen. */
export type Guard = Readonly<{ about?: About; ifMatch?: string }>;

/** The dossier's parts on which directory and facts depend. */
export type About = Readonly<Pick<Dossier, 'employeeId' | 'fromAgency' | 'toAgency' | 'toPost'>>;

/** What a person's command carries from the rim. */
export type Given = Guard & Rights & Readonly<{ by: PersonId; directory: Directory }>;

/** What the rules are asked of. They are run inside the decision, over the state it is made in. */
export type Examined = Readonly<{ facts: EligibilityFacts; ruleSet: RuleSet }>;

/** Whether it is at the employee's own request follows from who proposes. */
export type ProposedDossier = Omit<Dossier, 'ownRequest'>;

/** What the engine alone decides on. */
type Passed = Exclude<WorkflowCommand, { type: 'StartCase' | 'SubmitCase' | 'Decide' }>;
type Guarded<C> = C extends Message<infer T, infer D> ? Message<T, D & Guard> : never;

export type DraftProposal = Message<
  'DraftProposal',
  Given & { dossier: ProposedDossier; definition: Definition; definitionHash: string }
>;
export type AmendProposal = Message<'AmendProposal', Given & { dossier: ProposedDossier }>;
export type AttachDocument = Message<'AttachDocument', Given & { document: CaseDocument }>;
export type RemoveDocument = Message<'RemoveDocument', Given & { documentId: string }>;
export type JudgeDocument = Message<
  'JudgeDocument',
  Given & { documentId: string; verdict: 'accepted' | 'deficient'; note: string }
>;
export type SubmitProposal = Message<'SubmitProposal', Given & Examined>;
/** `examined` where the stage asks the rules. */
export type Decide = Message<
  'Decide',
  Given & {
    stage: string;
    verdict: Verdict;
    reason: string;
    to?: string;
    seen?: Seen;
    signature?: Signature;
    rules?: string;
    examined?: Examined;
  }
>;
export type IssueDecree = Message<
  'IssueDecree',
  Given &
    Examined & {
      number: string;
      serial: number;
      year: number;
      register: string;
      date: Day;
      effectiveDate: Day;
      signing: readonly Holding[];
    }
>;
export type RecordPrint = Message<'RecordPrint', Guard & { sha256: string; size: number; at: Instant }>;
export type Rescind = Message<'Rescind', Given & { reason: string }>;
export type TakeEffect = Message<'TakeEffect', Guard & Examined & { at: Instant; calendar: Calendar }>;
export type Halt = Message<'Halt', Guard & { because: string; facts: Readonly<Record<string, unknown>>; at: Instant }>;
export type Complete = Message<'Complete', Guard & { at: Instant }>;

export type ProposalCommand =
  | DraftProposal
  | AmendProposal
  | AttachDocument
  | RemoveDocument
  | JudgeDocument
  | SubmitProposal
  | Decide
  | IssueDecree
  | RecordPrint
  | Rescind
  | TakeEffect
  | Halt
  | Complete
  | Guarded<Passed>;
