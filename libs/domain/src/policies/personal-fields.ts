import type { PersonalFields } from '@app/event-store';
import type { WorkflowEvent } from '@app/workflow';
import { personalFields as audit, type ReviewEvent } from '@app/domain/audit';
import { personalFields as cases } from '@app/domain/cases';
import { type DefinitionEvent, personalFields as definitions } from '@app/domain/definitions';
import { personalFields as mutation } from '@app/domain/mutation';
import { personalFields as obligations, type ObligationEvent } from '@app/domain/obligations';
import { personalFields as staffing, type PersonEvent } from '@app/domain/staffing';

type Personal = WorkflowEvent | PersonEvent | ObligationEvent | ReviewEvent | DefinitionEvent;

/** Only fields that an event really has, so that a renamed field can't fall out of encryption unseen. */
type Fields = {
  readonly [E in Personal as E['type']]?: readonly (
    keyof E['data'] | Readonly<{ field: keyof E['data']; of: keyof E['data'] }>
  )[];
};

/** The engine does not know what is personal; free text is, since people write of people (decisions 24). */
const workflow = {
  // What is said of a line is said of the person it is about, who need not be the one the case is about.
  DecisionMade: ['reason', { field: 'lineReasons', of: 'lineSubjects' }],
  CaseReturned: ['reason'],
  CaseClosed: ['reason'],
  ExternalAnswerRecorded: ['note'],
  InformationAsked: ['question'],
  InformationAnswered: ['answer'],
  TaskReassigned: ['reason'],
  AdviserAdded: ['question'],
  AdviceGiven: ['advice'],
  Recused: ['reason'],
  CaseSuspended: ['reason'],
  CaseResumed: ['reason'],
  AttachmentAdded: ['name'],
  CommentAdded: ['text'],
} as const;

/** For each event type, the fields that are encrypted under the key of the person the stream is about. */
export const personalFields: PersonalFields = {
  ...mutation,
  ...cases,
  ...({ ...workflow, ...staffing, ...obligations, ...audit, ...definitions } satisfies Fields),
};
