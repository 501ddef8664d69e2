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
