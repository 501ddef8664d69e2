import type { Message } from '@app/decider';
import type { CaseContext, Definition, Line, Role, WorkflowCommand } from '@app/workflow';
import type { Dossier } from './events.js';

/** Refuses what was built on an older state than the caller saw. */
export type Guard = Readonly<{ ifMatch?: string }>;

/** What a person's command carries from the rim. */
export type Given = Omit<Extract<WorkflowCommand, { type: 'Comment' }>['data'], 'text'> & Guard;

/** A dossier as it is to be recorded. */
export type Recording = Readonly<{
  plain: Dossier;
  personal: Dossier;
  hash: string;
  offices: Readonly<Record<Role, string>>;
  /** Of a batch alone. */
  lines?: readonly Line[];
}>;

export type DraftCase = Message<
  'DraftCase',
  Given & Recording & { definition: Definition; definitionHash: string; subject: string }
>;
export type AmendCase = Message<'AmendCase', Given & Recording>;
/** `context`: what conditions read, made by the form of the dossier whose hash is named. */
export type SubmitDossier = Message<'SubmitDossier', Given & { context: CaseContext; hash: string }>;

/** What the engine alone decides on. */
type Passed = Exclude<WorkflowCommand, { type: 'StartCase' | 'SubmitCase' | 'Decide' }>;
type Decide = Extract<WorkflowCommand, { type: 'Decide' }>;
type Guarded<C> = C extends Message<infer T, infer D> ? Message<T, D & Guard> : never;

/** A decision rests on the dossier as it is when it is decided. */
export type DecideCase = Message<'Decide', Omit<Decide['data'], 'dossierHash'> & Guard>;

export type CaseCommand = DraftCase | AmendCase | SubmitDossier | DecideCase | Guarded<Passed>;
