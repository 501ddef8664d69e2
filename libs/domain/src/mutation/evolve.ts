import { workflow, type WorkflowEvent } from '@app/workflow';
import type { ProposalEvent, TransferEvent } from './events.js';
import { hashOf } from './hash.js';
import type { Proposal, ProposalState } from './state.js';

export const initial: ProposalState = { workflow: workflow.initial, proposal: null };

const ownTypes: Readonly<Record<TransferEvent['type'], true>> = {
  ProposalDrafted: true,
  ProposalAmended: true,
  DocumentAttached: true,
  DocumentRemoved: true,
  DocumentJudged: true,
  EligibilityChecked: true,
  DecreeNumbered: true,
  DecreePrinted: true,
  ApprovalRescinded: true,
  TransferTookEffect: true,
  TransferHalted: true,
  TransferCompleted: true,
};

const isOwn = (event: ProposalEvent): event is TransferEvent => Object.hasOwn(ownTypes, event.type);

/** What a history makes of a proposal: the engine's part by the engine, the transfer's part here. Refuses nothing. */
export const evolve = (state: ProposalState, event: ProposalEvent): ProposalState => {
  if (isOwn(event)) return { workflow: concerning(state.workflow, event), proposal: evolveProposal(state, event) };
  return { workflow: workflow.evolve(state.workflow, event), proposal: noted(state.proposal, event) };
};

/** A case that was amended may be about somebody else, who then decides nothing in it. */
const concerning = (engine: ProposalState['workflow'], event: TransferEvent): ProposalState['workflow'] =>
  event.type === 'ProposalAmended' && engine.status !== 'absent' && engine.subject !== event.data.dossier.employeeId
    ? { ...engine, subject: event.data.dossier.employeeId }
    : engine;

const noted = (proposal: Proposal | null, event: WorkflowEvent): Proposal | null => {
  if (!proposal) return null;
  const { at } = event.data;
  if (event.type !== 'CaseSubmitted') return { ...proposal, updatedAt: at };
  const { dossier, documents } = proposal;
  const submission = { round: event.data.round, dossier, documents: documents.map(({ documentId }) => documentId), at };
  return { ...proposal, submissions: [...proposal.submissions, submission], updatedAt: at };
};

const evolveProposal = ({ proposal }: ProposalState, event: TransferEvent): Proposal | null => {
  if (event.type === 'ProposalDrafted') return drafted(event.data);
  return proposal && { ...proposal, ...change(proposal, event), updatedAt: event.data.at };
};

const drafted = ({ by, proposerRole, at, ...dossier }: Extract<TransferEvent, { type: 'ProposalDrafted' }>['data']): Proposal =>
  hashed({
    dossier,
    dossierHash: '',
    proposer: { by, role: proposerRole },
    documents: [],
    submissions: [],
    eligibility: null,
    decree: null,
    effect: { status: 'pending' },
    createdAt: at,
    updatedAt: at,
  });

const hashed = (proposal: Proposal): Proposal => ({ ...proposal, dossierHash: dossierHashOf(proposal) });

/** Over what a decision may rest on: who, where to, when, why, and the papers' bytes. */
const dossierHashOf = ({ dossier, documents }: Proposal): string =>
  hashOf({
    dossier,
    documents: documents.map(({ documentId, type, sha256, issuedOn }) => ({ documentId, type, sha256, issuedOn })),
  });

const change = (proposal: Proposal, event: Exclude<TransferEvent, { type: 'ProposalDrafted' }>): Partial<Proposal> => {
  switch (event.type) {
    case 'ProposalAmended':
      return hashed({ ...proposal, dossier: { ...event.data.dossier, reason: event.data.reason } });
    case 'DocumentAttached': {
      const { round, by, at, ...document } = event.data;
      return hashed({
        ...proposal,
        documents: [...proposal.documents, { ...document, round, by, attachedAt: at, judgement: null }],
      });
    }
    case 'DocumentRemoved':
      return hashed({
        ...proposal,
        documents: proposal.documents.filter(({ documentId }) => documentId !== event.data.documentId),
      });
    case 'DocumentJudged': {
      const { documentId, ...judgement } = event.data;
      return {
        documents: proposal.documents.map((document) =>
          document.documentId === documentId ? { ...document, judgement } : document,
        ),
      };
    }
    case 'EligibilityChecked':
      return { eligibility: event.data };
    case 'DecreeNumbered':
      return { decree: { ...event.data, pdf: null } };
    case 'DecreePrinted': {
      const { sha256, size } = event.data;
      return { decree: proposal.decree && { ...proposal.decree, pdf: { sha256, size } } };
    }
    case 'ApprovalRescinded': {
      const { reason, by, at } = event.data;
      return { effect: { status: 'rescinded', reason, by, at } };
    }
    case 'TransferTookEffect':
      return { effect: { status: 'effective', ...event.data } };
    case 'TransferHalted':
      return { effect: { status: 'halted', ...event.data } };
    case 'TransferCompleted':
      return {
        effect: { status: 'completed', on: proposal.decree?.effectiveDate ?? event.data.at.slice(0, 10), at: event.data.at },
      };
  }
};
