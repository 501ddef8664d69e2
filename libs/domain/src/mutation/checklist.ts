import { type Day, dayIn, later } from './days.js';
import { type DocumentType, documentTypes } from './document-types.js';
import type { CaseFile, ProposalState } from './state.js';

/** One line of the checklist: what is asked for, and how it stands. */
export type ChecklistItem = Readonly<{
  type: string;
  label: DocumentType['label'];
  required: boolean;
  /** The stage whose decision is this paper; nobody attaches it. */
  producedBy: string | null;
  /** `awaited`: a stage will produce it; `missing`: somebody has to attach it. */
  state: 'missing' | 'awaited' | 'attached' | 'accepted' | 'deficient' | 'expired' | 'produced';
  document: CaseFile | null;
  note: string | null;
}>;

/** What the case needs by way of papers, and what it has, on a day. */
export const checklistOf = (state: ProposalState, today: Day, zone: string): readonly ChecklistItem[] =>
  documentTypes.flatMap((kind) => {
    const document = newestOf(state, kind.type);
    const need = needOf(kind, state);
    if (need === 'none' && !document) return [];
    return [
      {
        type: kind.type,
        label: kind.label,
        required: need === 'required',
        producedBy: kind.producedBy,
        state: stateOf(kind, document, state, today, zone),
        document,
        note: document?.judgement?.note || null,
      },
    ];
  });

/** The newest paper of a type counts. */
const newestOf = ({ proposal }: ProposalState, type: string): CaseFile | null =>
  proposal?.documents.findLast((document) => document.type === type) ?? null;

const needOf = (kind: DocumentType, { workflow, proposal }: ProposalState): 'required' | 'optional' | 'none' => {
  const ownRequest = proposal?.dossier.ownRequest ?? false;
  if (kind.producedBy !== null) return stageApplies(kind.producedBy, workflow, proposal?.proposer.role) ? 'required' : 'none';
  // An employee's own letter stands where an agency's would.
  if (kind.type === 'opd_proposal') return ownRequest ? 'optional' : 'required';
  if (kind.type === 'own_request_letter') return ownRequest ? 'required' : 'none';
  if (kind.neededFor.includes('internal')) return 'required';
  if (kind.neededFor.includes('own_request')) return ownRequest ? 'optional' : 'none';
  return 'optional';
};

const stageApplies = (stage: string, workflow: ProposalState['workflow'], proposerRole: string | undefined): boolean => {
  if (workflow.status === 'absent') return false;
  if (!workflow.definition.stages.some(({ key }) => key === stage)) return false;
  const passage = workflow.passages.findLast((passed) => passed.stage === stage);
  if (passage) return passage.outcome !== 'skipped';
  return proposedBy[stage] === undefined || proposedBy[stage] !== proposerRole;
};

/** Who proposes has said already what the stage would ask of him. */
const proposedBy: Readonly<Record<string, string>> = { release: 'ORIGIN_HEAD', acceptance: 'DEST_HEAD' };

const stateOf = (
  kind: DocumentType,
  document: CaseFile | null,
  { workflow }: ProposalState,
  today: Day,
  zone: string,
): ChecklistItem['state'] => {
  const passages = workflow.status === 'absent' ? [] : workflow.passages;
  if (kind.producedBy !== null && passages.findLast(({ stage }) => stage === kind.producedBy)?.outcome === 'passed')
    return 'produced';
  if (!document) return kind.producedBy === null ? 'missing' : 'awaited';
  // Where nobody said when it was issued, it is as old as its being attached.
  const issued = document.issuedOn ?? dayIn(zone, document.attachedAt);
  if (kind.validityMonths !== null && later(issued, { months: kind.validityMonths }) < today) return 'expired';
  return document.judgement?.verdict ?? 'attached';
};

/** Those that the proposer owes: required, and not some stage's own product. */
export const owed = (items: readonly ChecklistItem[]): readonly ChecklistItem[] =>
  items.filter(({ required, producedBy }) => required && producedBy === null);
