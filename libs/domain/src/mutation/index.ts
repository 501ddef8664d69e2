/**
 * The transfer of a civil servant: proposal, dossier, documents, eligibility, decree.
 *
 * It does not know how persons, posts and ratings are kept: what it needs of them is `CaseFacts`.
 */
export { CaseFacts } from './facts.js';
export type {
  AssignmentFact,
  EligibilityFacts,
  HeadOfRegion,
  Parties,
  PersonCard,
  PersonFacts,
  Place,
  PostKind,
  SanctionFact,
  TargetFacts,
} from './facts.js';
export type { Action } from './actions.js';
export { Blobs } from './blobs.js';
export type { Blob } from './blobs.js';
export type { Done, Request } from './case-runner.js';
export { checklistOf } from './checklist.js';
export type { ChecklistItem } from './checklist.js';
export { claim } from './claim.js';
export type { ClaimState } from './claim.js';
export { claimedBy, Claims } from './claims.js';
export type { ProposalCommand } from './commands.js';
export { DecreePrinter } from './decree-printer.js';
export type { DecreeContent } from './decree-printer.js';
export { decreeRegister } from './decree-register.js';
export type { Letterhead } from './decreeing.js';
export { whyNotApprove } from './deciding.js';
export { whyNotIssue, whyNotRescind } from './decree.js';
export { definitionFields, definitionIds, definitionsInForce } from './definition-in-force.js';
export type { Loaded } from './definition-in-force.js';
export { documentTypes } from './document-types.js';
export { whyNotJudge } from './documents.js';
export type { Wish } from './drafting.js';
export { checkEligibility } from './eligibility/check.js';
export { currentRuleSet } from './eligibility/current.js';
export { personalFields } from './personal-fields.js';
export { sha256Of } from './hash.js';
export { inspect, mostBytes } from './papers.js';
export { projections } from './projections/index.js';
export type { ClaimRow } from './projections/claims.js';
export type { DocumentRow } from './projections/documents.js';
export type { ProposalRow } from './projections/proposals.js';
export { claimsOn, documentsOf, heldClaims, leavingPost, promisesOn, proposalRow, proposalsOf } from './queries.js';
export type { MutationTables, ProposalsAsked, Reader } from './queries.js';
export { proposal } from './proposal.js';
export { existing, whyNotEdit } from './proposing.js';
export type { Existing } from './proposing.js';
export { Proposals } from './proposals.js';
export type { ProposalsParts } from './proposals.js';
export { etagOf, isLive, roundOf, stageOf, statusOf } from './state.js';
export type { CaseFile, Decree, Proposal, ProposalState, Status } from './state.js';
export { caseStream, idOf, personClaimStream, postClaimStream, registerStream } from './streams.js';
export { texts } from './texts.js';
export type { ProposalView } from './view.js';
export type {
  CaseDocument,
  ClaimEvent,
  Dossier,
  Eligibility,
  MoveType,
  ProposalEvent,
  RegisterEvent,
  RuleOutcome,
  RulePhase,
  TransferEvent,
  Verdict,
} from './events.js';
