import { ApiProperty } from '@nestjs/swagger';
import { Seen, Vacancy } from '../http/seen.js';
import { Holder, LocalText, Named, Place } from '../http/places.js';
import { moveTypes, statuses, type ProposalStatus } from './requests.js';
import { ChecklistItem } from './document-responses.js';
import { CaseDeadline, StageResponse } from './stage-responses.js';

export class ProposalEmployee {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() nip: string;
  @ApiProperty({ type: String, nullable: true }) grade: string | null;
  @ApiProperty({ enum: ['PNS', 'CPNS', 'PPPK', 'ELECTED'] }) employeeType: string;
}

export class Proposer {
  @ApiProperty({ type: () => Named }) person: Named;
  @ApiProperty() role: string;
  @ApiProperty({ type: String, nullable: true }) office: string | null;
}

export const actionVerbs = [
  'submit',
  'amend',
  'attach',
  'judge',
  'approve',
  'reject',
  'return',
  'withdraw',
  'comment',
  'decree',
  'rescind',
] as const;

/** Something that may be done with a proposal; where not, `code` and `detail` say what would have to change. */
export class Action {
  @ApiProperty({ enum: actionVerbs }) verb: (typeof actionVerbs)[number];
  @ApiProperty() allowed: boolean;
  @ApiProperty({ required: false }) code?: string;
  @ApiProperty({ required: false, description: 'In the language of the caller' }) detail?: string;
  @ApiProperty({ enum: ['required', 'optional', 'none'] }) reason: 'required' | 'optional' | 'none';
  @ApiProperty({ enum: ['required'], required: false, description: 'It is signed: with the caller’s password' })
  signature?: 'required';
  @ApiProperty({ type: String, isArray: true, required: false, description: 'With `return`: where to' }) to?: string[];
}

export class FieldChange {
  @ApiProperty() field: string;
  @ApiProperty({ type: String, nullable: true }) from: string | null;
  @ApiProperty({ type: String, nullable: true }) to: string | null;
}

export class RoundChanges {
  @ApiProperty() round: number;
  @ApiProperty({ type: () => FieldChange, isArray: true }) fields: FieldChange[];
}

export class EligibilitySummary {
  @ApiProperty({ example: 'submission' }) phase: string;
  @ApiProperty({ enum: ['eligible', 'warnings', 'blocked'] }) result: 'eligible' | 'warnings' | 'blocked';
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class DecreeResponse {
  @ApiProperty() number: string;
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ format: 'date' }) effectiveDate: string;
  @ApiProperty({ type: String, nullable: true, description: 'Where the document is, once it was made' }) pdf: string | null;
}

/** Why a decreed move was not carried out on its day. */
export class Halted {
  @ApiProperty() because: string;
  @ApiProperty({ description: 'In the language of the caller' }) detail: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class ProposalResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: statuses }) status: ProposalStatus;
  @ApiProperty({ type: String, nullable: true, example: 'acceptance' }) stage: string | null;
  @ApiProperty() round: number;
  @ApiProperty({ enum: moveTypes }) moveType: string;
  @ApiProperty() ownRequest: boolean;
  @ApiProperty({ type: () => ProposalEmployee }) employee: ProposalEmployee;
  @ApiProperty({ type: () => Place }) from: Place;
  @ApiProperty({ type: () => Place }) to: Place;
  @ApiProperty() reason: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effectiveDate: string | null;
  @ApiProperty({ type: () => Proposer }) proposedBy: Proposer;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt: string | null;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt: string | null;
  @ApiProperty({ type: () => CaseDeadline, nullable: true, description: 'Until when it is to be decided as a whole' })
  deadline: CaseDeadline | null;
  @ApiProperty({ type: () => StageResponse, isArray: true }) stages: StageResponse[];
  @ApiProperty({ type: () => Holder, isArray: true, description: 'Who may act at the open stage, today' }) mayAct: Holder[];
  @ApiProperty({ type: () => Action, isArray: true, description: 'What the caller may do' }) actions: Action[];
  @ApiProperty({ type: () => ChecklistItem, isArray: true }) checklist: ChecklistItem[];
  @ApiProperty({ type: () => RoundChanges, isArray: true }) changes: RoundChanges[];
  @ApiProperty({ type: () => EligibilitySummary, nullable: true }) eligibility: EligibilitySummary | null;
  @ApiProperty({ type: () => DecreeResponse, nullable: true }) decree: DecreeResponse | null;
  @ApiProperty({ type: () => Halted, nullable: true }) halted: Halted | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: '#/components/schemas/Seen' },
    description: 'By the key of each open stage: what a decision of the caller would rest on. Send it back with the decision.',
  })
  seen: Record<string, Seen>;
  @ApiProperty({ type: () => Vacancy, isArray: true }) vacancies: Vacancy[];
  @ApiProperty({ type: String, nullable: true, description: 'After a write: its position in the log, for `?after=`' }) position:
    string | null;
}

/** Where a proposal stands after a write, for a caller who prefers `return=minimal`. */
export class ProposalSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: statuses }) status: ProposalStatus;
  @ApiProperty({ type: String, nullable: true }) stage: string | null;
  @ApiProperty() round: number;
  @ApiProperty({ type: String, nullable: true }) position: string | null;
}

export class ProposalItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: statuses }) status: ProposalStatus;
  @ApiProperty({ type: String, nullable: true }) stage: string | null;
  @ApiProperty() round: number;
  @ApiProperty({ enum: moveTypes }) moveType: string;
  @ApiProperty({ type: () => Named }) employee: Named;
  @ApiProperty({ type: () => Place }) from: Place;
  @ApiProperty({ type: () => Place }) to: Place;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty({ type: String, nullable: true }) decreeNumber: string | null;
}

export class ProposalList {
  @ApiProperty({ type: () => ProposalItem, isArray: true }) items: ProposalItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** What waits in a case of any kind. Where it leads from and to is known of a transfer alone. */
export class InboxItem {
  @ApiProperty({ format: 'uuid', description: 'The case, a transfer or another' }) proposalId: string;
  @ApiProperty({ enum: ['mutation', 'case'], description: '`mutation`: it is under /proposals; else under /cases' }) kind:
    'mutation' | 'case';
  @ApiProperty({ example: 'internal-rotation' }) definition: string;
  @ApiProperty({ type: () => LocalText, description: 'What the approval is called' }) title: LocalText;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The fields of the dossier that are in the clear' })
  dossier: Record<string, unknown>;
  @ApiProperty({ enum: statuses }) status: string;
  @ApiProperty({ enum: moveTypes, type: String, nullable: true }) moveType: string | null;
  @ApiProperty({ type: String, nullable: true }) stage: string | null;
  @ApiProperty({ enum: ['act', 'answer', 'advise'], description: 'To act at the stage, or to answer or advise what was asked' })
  task: 'act' | 'answer' | 'advise';
  @ApiProperty({ type: () => LocalText, nullable: true }) stageTitle: LocalText | null;
  @ApiProperty() round: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty({ format: 'date-time' }) openedAt: string;
  @ApiProperty({ type: () => Named }) employee: Named;
  @ApiProperty({ type: () => Place, nullable: true }) from: Place | null;
  @ApiProperty({ type: () => Place, nullable: true }) to: Place | null;
  @ApiProperty({ type: String, nullable: true, description: 'The office in which it waits for you' }) office: string | null;
  @ApiProperty({ type: () => Named, nullable: true }) onBehalfOf: Named | null;
}

export class InboxList {
  @ApiProperty({ type: () => InboxItem, isArray: true }) items: InboxItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
