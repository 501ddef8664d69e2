import type { Message } from '@app/decider';
import type { WorkflowCommand } from '@app/workflow';
import type { CaseCommand, Given } from './commands.js';

/** What the rim adds to every command of the engine. */
type Added = keyof Given | 'authority' | 'kin' | 'dossierHash';
type Bare<C> = C extends Message<infer T, infer D> ? Message<T, Omit<D, Added>> : never;

type StepType = 'Decide' | 'RecordCheck' | 'PassDeadline' | 'Remind' | 'Comment' | 'Withdraw' | 'Cancel';

/** A verb of the engine as somebody asks for it: its name and what he filled in. */
export type Step = Bare<Extract<WorkflowCommand, { type: StepType }>>;

/** The command that a step is. To add a verb of the engine, add its line. */
export const commandOf = (step: Step, given: Given): CaseCommand => {
  switch (step.type) {
    case 'Decide':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'RecordCheck':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'PassDeadline':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Remind':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Comment':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Withdraw':
      return { type: step.type, data: { ...given, ...step.data } };
    case 'Cancel':
      return { type: step.type, data: { ...given, ...step.data } };
  }
};
