import type { Message } from '@app/decider';
import type { Definition, Verdict } from './definition.js';
import type { CaseContext, Instant } from './events.js';
import type { Directory, PersonId } from './people.js';
import type { Calendar } from './calendar.js';
import type { MigrationPlan } from './migration/preview.js';

/** What every command of the engine carries from the rim, so that deciding stays pure. */
type Given = Readonly<{ by: PersonId; at: Instant; directory: Directory; calendar: Calendar }>;

export type WorkflowCommand =
  | Message<'StartCase', Given & { definition: Definition; definitionHash: string; subject: PersonId }>
  /** `changed`: person, post or date differ from the last round, so that it begins again at the first stage. */
  | Message<'SubmitCase', Given & { dossierHash: string; context: CaseContext; changed: boolean }>
  | Message<'Decide', Given & { stage: string; verdict: Verdict; reason: string; to?: string; dossierHash: string }>
  | Message<'RecordCheck', Given & { stage: string; outcome: 'passed' | 'failed'; facts: Readonly<Record<string, unknown>> }>
  | Message<'PassDeadline', Given & { stage: string; round: number }>
  | Message<'Remind', Given & { stage: string; round: number; code: string }>
  | Message<'Comment', Given & { text: string }>
  | Message<'Withdraw', Given & { reason: string }>
  | Message<'Cancel', Given & { reason: string }>
  | Message<'Migrate', Given & MigrationPlan & { orderedBy: PersonId; reason: string }>;

export type CommandData<Type extends WorkflowCommand['type']> = Extract<WorkflowCommand, { type: Type }>['data'];
