import type { Message } from '@app/decider';
import type { Directory, PersonId, WorkflowCommand } from '@app/workflow';
import type { Given } from './commands.js';

/** What the rim adds to every command of the engine. */
type Added = keyof Given | 'dossierHash' | 'rules';
type Bare<C> = C extends Message<infer T, infer D> ? Message<T, Omit<D, Added>> : never;

type StepType =
  | 'Decide'
  | 'RecordCheck'
  | 'RecordAnswer'
  | 'PassDeadline'
  | 'Remind'
  | 'FindVacancy'
  | 'Replan'
  | 'Ask'
  | 'Answer'
  | 'Claim'
  | 'Unclaim'
  | 'Reassign'
  | 'AddAdviser'
  | 'Advise'
  | 'Recuse'
  | 'Suspend'
  | 'Resume'
  | 'Attach'
  | 'Comment'
  | 'Withdraw'
  | 'Cancel';

/** A verb of the engine as somebody asks for it: its name and what he filled in. */
export type Step = Bare<Extract<WorkflowCommand, { type: StepType }>>;

/** Whom a step names as a person of this government: a role, or whoever proposed it, is none. */
export const personIn = (step: Step, directory: Directory): PersonId | undefined => {
  if (step.type === 'AddAdviser') return step.data.adviser;
  if (step.type !== 'Ask') return undefined;
  const { of } = step.data;
  return of === 'submission' || directory[of] !== undefined ? undefined : of;
};

/** The verbs that need nothing of a case's own: a decision rests on its dossier. */
export type EngineStep = Exclude<Step, { type: 'Decide' }>;
type EngineCommand = Extract<WorkflowCommand, { type: EngineStep['type'] }>;

/** The command that a step is. To add a verb of the engine, add its name and its line. */
export const commandOf = (step: EngineStep, given: Given): EngineCommand => {
  switch (step.type) {
    case 'RecordCheck':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'RecordAnswer':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'PassDeadline':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Remind':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'FindVacancy':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Replan':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Ask':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Answer':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Claim':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Unclaim':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Reassign':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'AddAdviser':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Advise':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Recuse':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Suspend':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Resume':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Attach':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Comment':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Withdraw':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Cancel':
      return { type: step.type, data: { ...given, ...step.data } };
  }
};
