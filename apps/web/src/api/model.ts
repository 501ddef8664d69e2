import type { components } from './schema';

type Schemas = components['schemas'];

/** A calendar day of Asia/Jakarta, `YYYY-MM-DD`. */
export type Day = string;
/** An instant in UTC, ISO 8601. */
export type Instant = string;

export type Words = Schemas['LocalText'];
export type Named = Schemas['Named'];
export type PostRef = Schemas['PostRef'];
export type Place = Schemas['Place'];
export type Holder = Schemas['Holder'];
export type HoldingKind = Holder['kind'];

export type Me = Schemas['MeResponse'];
export type Employee = Schemas['EmployeeItem'];
export type StatusChange = Schemas['ChangeStatusRequest'];
export type Sanction = Schemas['ImposeSanctionRequest'];
export type Position = Schemas['PositionItem'];
export type Unit = Schemas['UnitItem'];

export type Proposal = Schemas['ProposalResponse'];
export type Status = Proposal['status'];
export type Stage = Schemas['StageResponse'];
export type Action = Schemas['Action'];
export type Verb = Action['verb'];
export type ChecklistRow = Schemas['ChecklistItem'];
export type RuleAnswer = Schemas['EligibilityItem'];
export type RuleOutcome = RuleAnswer['outcome'];
export type EligibilityResult = Schemas['EligibilityResponse']['result'];
export type TimelineItem = Schemas['TimelineItem'];
export type InboxItem = Schemas['InboxItem'];
export type InboxView = 'waiting' | 'returned' | 'mine' | 'done';
export type ProposalRow = Schemas['ProposalItem'];
export type Draft = Schemas['DraftProposalRequest'];
export type Amendment = Schemas['AmendProposalRequest'];

export type Review = Schemas['ReviewItem'];
export type ReviewStatus = Review['status'];
export type Obligation = Schemas['ObligationItem'];
export type ObligationStatus = Obligation['status'];
export type PositionMap = Schemas['PositionMapResponse'];
export type MapPost = Schemas['MappedPosition'];
export type Sums = Schemas['Totals'];
export type UnitPerformance = Schemas['UnitPerformanceResponse'];
export type Predicate = keyof Schemas['PredicateCounts'];
export type Notice = Schemas['NoticeItem'];
export type BadRow = Schemas['BadRow'];
export type Substitute = Schemas['SubstituteResponse'];
export type NewSubstitute = Schemas['NameSubstituteRequest'];
export type ProjectionState = Schemas['ProjectionStatus'];
