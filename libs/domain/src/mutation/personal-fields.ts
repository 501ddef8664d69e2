import type { PersonalFields } from '@app/event-store';

/** What of this context's events is free text or a file's name, and so encrypted with the employee's key. */
export const personalFields: PersonalFields = {
  ProposalDrafted: ['reason'],
  ProposalAmended: ['reason'],
  DocumentAttached: ['name'],
  DocumentJudged: ['note'],
  ApprovalRescinded: ['reason'],
};
