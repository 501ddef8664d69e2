import type { PersonalFields } from '@app/event-store';
import { personalFields as audit, type ReviewEvent } from '@app/domain/audit';
import type { ProposalEvent } from '@app/domain/mutation';
import { personalFields as obligations, type ObligationEvent } from '@app/domain/obligations';
import { personalFields as staffing, type PersonEvent } from '@app/domain/staffing';

type Personal = ProposalEvent | PersonEvent | ObligationEvent | ReviewEvent;

/** Only fields that an event really has, so that a renamed field can't fall out of encryption unseen. */
type Fields = { readonly [E in Personal as E['type']]?: readonly (keyof E['data'])[] };

/** Free text of a case counts as personal: people write of people (decisions 24). */
const mutation = {
  ProposalDrafted: ['reason'],
  ProposalAmended: ['dossier'],
  DocumentAttached: ['name'],
  DocumentJudged: ['note'],
  DecisionMade: ['reason'],
  CaseReturned: ['reason'],
  CaseClosed: ['reason'],
  CommentAdded: ['text'],
  ApprovalRescinded: ['reason'],
} as const;

/** For each event type, the fields that are encrypted under the key of the person the stream is about. */
export const personalFields: PersonalFields = { ...mutation, ...staffing, ...obligations, ...audit } satisfies Fields;
