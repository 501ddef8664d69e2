import type { Decision } from '@app/decider';
import { type Directory, isOpenAt, type PersonId } from '@app/workflow';
import type { AttachDocument, JudgeDocument, RemoveDocument } from './commands.js';
import { documentTypes } from './document-types.js';
import { isDay } from './days.js';
import type { ProposalEvent } from './events.js';
import { absent, type Existing, existing, whyNotEdit } from './proposing.js';
import { reject } from './refusals.js';
import type { ProposalState } from './state.js';

const MOST = 60;

/** The stage at which papers are judged, and by whom. */
export const verificationStage = 'verification';
const verifierRole = 'HR_OFFICER';

/** A paper is added. One of the same type that is newer counts instead of the older. */
export const attach = (
  { data: { document, by, at, directory } }: AttachDocument,
  state: ProposalState,
): Decision<ProposalEvent> => {
  const found = existing(state);
  if (!found) return absent();
  const refused = whyNotEdit(found, directory, by);
  if (refused) return refused;

  const { documents } = found.proposal;
  if (!documentTypes.some(({ type }) => type === document.type)) {
    return reject('mutation.document-type-unknown', 'No such paper is known.', {
      field: 'type',
      value: document.type,
      known: documentTypes.map(({ type }) => type),
    });
  }
  if (document.issuedOn !== null && !isDay(document.issuedOn)) {
    return reject('mutation.not-a-day', 'There is no such day.', { field: 'issuedOn', value: document.issuedOn });
  }
  if (documents.some(({ documentId }) => documentId === document.documentId)) return [];
  if (documents.length >= MOST)
    return reject('mutation.too-many-documents', 'A case has at most so many papers.', { most: MOST });
  return [{ type: 'DocumentAttached', data: { ...document, round: found.workflow.round, by, at } }];
};

export const remove = (
  { data: { documentId, by, at, directory } }: RemoveDocument,
  state: ProposalState,
): Decision<ProposalEvent> => {
  const found = existing(state);
  if (!found) return absent();
  const refused = whyNotEdit(found, directory, by);
  if (refused) return refused;
  if (!found.proposal.documents.some((document) => document.documentId === documentId)) return unknownDocument(documentId);
  return [{ type: 'DocumentRemoved', data: { documentId, by, at } }];
};

/** The verifier says of one paper whether it will do. He may change his mind while the stage is open. */
export const judge = ({ data }: JudgeDocument, state: ProposalState): Decision<ProposalEvent> => {
  const found = existing(state);
  if (!found) return absent();
  const { documentId, verdict, note, by, at, directory } = data;
  const refused = whyNotJudge(found, directory, by);
  if (refused) return refused;
  const document = found.proposal.documents.find((candidate) => candidate.documentId === documentId);
  if (!document) return unknownDocument(documentId);
  if (verdict === 'deficient' && note.trim() === '')
    return reject('mutation.note-missing', 'A deficiency is described.', { field: 'note' });
  if (document.judgement?.verdict === verdict && document.judgement.note === note && document.judgement.by === by) return [];
  return [{ type: 'DocumentJudged', data: { documentId, verdict, note, by, at } }];
};

/** Why a person may not judge papers now; nothing where he may. */
export const whyNotJudge = ({ workflow, proposal }: Existing, directory: Directory, by: PersonId) => {
  if (!isOpenAt(workflow, verificationStage)) {
    return reject('mutation.not-at-verification', 'Papers are judged at verification.');
  }
  if (!(directory[verifierRole] ?? []).some(({ person }) => person === by))
    return reject('mutation.not-the-verifier', 'Only the HR officer judges papers.');
  if (by === proposal.dossier.employeeId) return reject('mutation.own-case', 'Nobody decides on himself.');
  if (workflow.deeds.some(({ stage, person }) => stage === 'submission' && person === by)) {
    return reject('mutation.verifier-is-proposer', 'Who proposed does not verify.');
  }
  return undefined;
};

const unknownDocument = (documentId: string) =>
  reject('mutation.document-unknown', 'The case has no such paper.', { documentId });
