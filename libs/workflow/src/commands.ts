import type { Message } from '@app/decider';
import type { Definition, Verdict } from './definition.js';
import type { CaseContext, Day, Line, LineVerdict, Seen, Signature, WaitKind } from './events.js';
import type { Addressee, Directory, PersonId } from './people.js';
import type { Rights } from './rights.js';
import type { MigrationPlan } from './migration/preview.js';

/** What every command of the engine carries from the rim, so that deciding stays pure. */
type Given = Rights & Readonly<{ by: PersonId; directory: Directory }>;

export type WorkflowCommand =
  | Message<'StartCase', Given & { definition: Definition; definitionHash: string; subject: PersonId }>
  /** `changed`: person, post or date differ from the last round, so that it begins again at the first stage. */
  | Message<
      'SubmitCase',
      /** `lines`: of a batch; after a return those that are to stay, all of them where absent. */
      Given & { dossierHash: string; context: CaseContext; changed: boolean; lines?: readonly Line[] }
    >
  /** `seen`: what the decider had before him; `rules`: the version of the rules that hold now, where the domain has any. */
  | Message<
      'Decide',
      Given & {
        stage: string;
        verdict: Verdict;
        reason: string;
        to?: string;
        dossierHash: string;
        seen?: Seen;
        signature?: Signature;
        rules?: string;
        /** Of a batch: the lines that are decided otherwise than the rest. `leave` is for those that concern the decider. */
        lines?: Readonly<Record<string, Readonly<{ verdict: LineVerdict; reason: string }>>>;
      }
    >
  | Message<'RecordCheck', Given & { stage: string; outcome: 'passed' | 'failed'; facts: Readonly<Record<string, unknown>> }>
  /** `wait`: of what was asked at the stage, not of the stage itself. */
  | Message<'PassDeadline', Given & { stage: string; round: number; wait?: WaitKind }>
  | Message<'Remind', Given & { stage: string; round: number; wait?: WaitKind; code: string }>
  /** By the system, where an office may have become vacant. */
  | Message<'FindVacancy', Given & { stage: string; round: number }>
  /** By the system, once another version of the calendar is in force. */
  | Message<'Replan', Given & { because: string }>
  | Message<
      'RecordAnswer',
      Given & { stage: string; outcome: 'passed' | 'failed'; number: string; date: Day; document?: string; note: string }
    >
  /** `of`: a role of the case, `submission` for whoever proposed it, or a person. */
  | Message<'Ask', Given & { stage: string; question: string; of: Addressee }>
  | Message<'Answer', Given & { stage: string; answer: string }>
  | Message<'Claim', Given & { stage: string }>
  | Message<'Unclaim', Given & { stage: string }>
  | Message<'Reassign', Given & { stage: string; to: PersonId; reason: string }>
  | Message<'AddAdviser', Given & { stage: string; adviser: PersonId; required: boolean; question: string }>
  | Message<'Advise', Given & { stage: string; advice: string }>
  | Message<'Recuse', Given & { stage: string; reason: string }>
  | Message<'Suspend', Given & { reason: string }>
  | Message<'Resume', Given & { reason: string }>
  | Message<'Attach', Given & { id: string; name: string; sha256: string; size: number; mime: string }>
  | Message<'Comment', Given & { text: string }>
  | Message<'Withdraw', Given & { reason: string }>
  | Message<'Cancel', Given & { reason: string }>
  | Message<'Migrate', Given & MigrationPlan & { orderedBy: PersonId; reason: string }>;

export type CommandData<Type extends WorkflowCommand['type']> = Extract<WorkflowCommand, { type: Type }>['data'];
