import type { WorkflowCommand } from './commands.js';
import type { Definition, ReasonRule, StageDefinition, Verdict } from './definition.js';
import { kindOf } from './stages/index.js';

/** What somebody does at an open stage. */
export type StageVerb =
  | Verdict
  | 'partial'
  | 'record-answer'
  | 'ask'
  | 'answer'
  | 'claim'
  | 'unclaim'
  | 'reassign'
  | 'add-adviser'
  | 'advise'
  | 'recuse';
/** What somebody does to a case. */
export type CaseVerb = 'submit' | 'withdraw' | 'cancel' | 'suspend' | 'resume' | 'attach' | 'comment';
/** What a person may want to do with a case. */
export type Verb = StageVerb | CaseVerb;

type Row<Where> = Readonly<{
  command: WorkflowCommand['type'];
  /** What the command needs besides `stage`, in the order of a form. */
  fields: readonly string[];
  /** Whether the definition has the verb at all; where it has not, nobody is shown it. */
  offered: (where: Where) => boolean;
  /** Whether it takes a reason. */
  reason: (where: Where) => ReasonRule | 'none';
}>;

const decision = (verb: Verdict, fields: readonly string[]): Row<StageDefinition> => ({
  command: 'Decide',
  fields,
  offered: (stage) => stage.verbs[verb] !== undefined && kindOf(stage).verdicts.includes(verb),
  reason: ({ verbs }) => verbs[verb]?.reason ?? 'optional',
});
const forPeople = (stage: StageDefinition): boolean => kindOf(stage).forPeople;
const forOne = (stage: StageDefinition): boolean => forPeople(stage) && !kindOf(stage).collegial;
const none = () => 'none' as const;
const required = () => 'required' as const;

/** Every verb at a stage: the command it is, and the field of the definition that offers it. A page can be made of it. */
export const stageVerbs: Readonly<Record<StageVerb, Row<StageDefinition>>> = {
  approve: decision('approve', ['reason', 'lines']),
  partial: {
    command: 'Decide',
    fields: ['lines', 'reason'],
    offered: (stage) => stage.verbs.partial !== undefined && kindOf(stage).byLine && stage.group === undefined,
    reason: ({ verbs }) => verbs.partial?.reason ?? 'optional',
  },
  return: decision('return', ['to', 'reason']),
  reject: decision('reject', ['reason']),
  'record-answer': {
    command: 'RecordAnswer',
    fields: ['outcome', 'number', 'date', 'document', 'note'],
    offered: ({ kind }) => kind === 'external',
    reason: none,
  },
  ask: {
    command: 'Ask',
    fields: ['of', 'question'],
    offered: (stage) => forPeople(stage) && stage.verbs.ask !== undefined,
    reason: none,
  },
  answer: {
    command: 'Answer',
    fields: ['answer'],
    offered: (stage) => forPeople(stage) && stage.verbs.ask !== undefined,
    reason: none,
  },
  claim: { command: 'Claim', fields: [], offered: (stage) => forOne(stage) && stage.verbs.claim !== undefined, reason: none },
  unclaim: {
    command: 'Unclaim',
    fields: [],
    offered: (stage) => forOne(stage) && (stage.verbs.claim !== undefined || stage.verbs.reassign !== undefined),
    reason: none,
  },
  reassign: {
    command: 'Reassign',
    fields: ['to', 'reason'],
    offered: (stage) => forOne(stage) && stage.verbs.reassign !== undefined,
    reason: ({ verbs }) => verbs.reassign?.reason ?? 'optional',
  },
  'add-adviser': {
    command: 'AddAdviser',
    fields: ['adviser', 'question', 'required'],
    offered: (stage) => forPeople(stage) && stage.verbs.advise !== undefined,
    reason: none,
  },
  advise: {
    command: 'Advise',
    fields: ['advice'],
    offered: (stage) => forPeople(stage) && stage.verbs.advise !== undefined,
    reason: none,
  },
  recuse: {
    command: 'Recuse',
    fields: ['reason'],
    offered: (stage) => forPeople(stage) && stage.verbs.recuse !== undefined,
    reason: ({ verbs }) => verbs.recuse?.reason ?? 'optional',
  },
};

/** The same of a case as a whole. */
export const caseVerbs: Readonly<Record<CaseVerb, Row<Definition>>> = {
  submit: { command: 'SubmitCase', fields: [], offered: () => true, reason: none },
  withdraw: { command: 'Withdraw', fields: ['reason'], offered: () => true, reason: required },
  cancel: { command: 'Cancel', fields: ['reason'], offered: ({ cancelledBy = [] }) => cancelledBy.length > 0, reason: required },
  suspend: {
    command: 'Suspend',
    fields: ['reason'],
    offered: ({ suspendedBy = [] }) => suspendedBy.length > 0,
    reason: required,
  },
  resume: {
    command: 'Resume',
    fields: ['reason'],
    offered: ({ suspendedBy = [] }) => suspendedBy.length > 0,
    reason: () => 'optional',
  },
  attach: { command: 'Attach', fields: ['file'], offered: () => true, reason: none },
  comment: { command: 'Comment', fields: ['text'], offered: () => true, reason: none },
};

export const isStageVerb = (verb: Verb): verb is StageVerb => Object.hasOwn(stageVerbs, verb);
