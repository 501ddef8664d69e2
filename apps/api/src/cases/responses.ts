import { ApiProperty } from '@nestjs/swagger';
import { Holder, LocalText, Named } from '../http/places.js';
import { Seen, Vacancy } from '../http/seen.js';
import { CaseLine } from './line-responses.js';
import { Proposer, RoundChanges } from '../mutation/responses.js';
import { CaseDeadline, StageResponse } from '../mutation/stage-responses.js';

export class CaseDefinition {
  @ApiProperty() id: string;
  @ApiProperty() version: number;
  @ApiProperty({ type: () => LocalText }) title: LocalText;
}

/** Something that may be done with a case; where not, `code` and `detail` say what would have to change. */
export class CaseActionResponse {
  @ApiProperty({ example: 'approve' }) verb: string;
  @ApiProperty({ type: String, nullable: true, description: 'The open stage it is done at' }) stage: string | null;
  @ApiProperty() allowed: boolean;
  @ApiProperty({ required: false }) code?: string;
  @ApiProperty({ required: false, description: 'In the language of the caller' }) detail?: string;
  @ApiProperty({ enum: ['required', 'optional', 'none'] }) reason: 'required' | 'optional' | 'none';
  @ApiProperty({ type: String, isArray: true, description: 'What is filled in, in the order of a form' }) fields: string[];
  @ApiProperty({ enum: ['required'], required: false, description: 'It is signed: with the caller’s password' })
  signature?: 'required';
  @ApiProperty({ type: String, isArray: true, required: false, description: 'With `return`: where to' }) to?: string[];
}

export class CaseAttachment {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() size: number;
  @ApiProperty() mime: string;
  @ApiProperty() sha256: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class CaseResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['mutation', 'case'], description: '`mutation`: a proposal, with more of its own under /proposals' })
  kind: 'mutation' | 'case';
  @ApiProperty({ type: () => CaseDefinition }) definition: CaseDefinition;
  @ApiProperty({ example: 'submitted' }) status: string;
  @ApiProperty({ type: String, isArray: true, description: 'The stages that wait' }) open: string[];
  @ApiProperty() round: number;
  @ApiProperty({ type: () => Named }) subject: Named;
  @ApiProperty({ type: () => Proposer }) startedBy: Proposer;
  @ApiProperty({ type: 'object', additionalProperties: true }) dossier: Record<string, unknown>;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt: string | null;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt: string | null;
  @ApiProperty({ type: () => CaseDeadline, nullable: true, description: 'Until when it is to be decided as a whole' })
  deadline: CaseDeadline | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it is suspended, while it is' }) suspended: string | null;
  @ApiProperty({ type: () => StageResponse, isArray: true }) stages: StageResponse[];
  @ApiProperty({ type: () => Holder, isArray: true, description: 'Who may act at the open stages, today' }) mayAct: Holder[];
  @ApiProperty({ type: () => CaseActionResponse, isArray: true, description: 'What the caller may do' })
  actions: CaseActionResponse[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: '#/components/schemas/Seen' },
    description: 'By the key of each open stage: what a decision of the caller would rest on. Send it back with the decision.',
  })
  seen: Record<string, Seen>;
  @ApiProperty({ type: () => Vacancy, isArray: true }) vacancies: Vacancy[];
  @ApiProperty({ type: () => CaseLine, isArray: true, description: 'Of a batch; empty for a case about one person' })
  lines: CaseLine[];
  @ApiProperty({ type: () => CaseAttachment, isArray: true }) attachments: CaseAttachment[];
  @ApiProperty({ type: () => RoundChanges, isArray: true }) changes: RoundChanges[];
  @ApiProperty({ type: String, nullable: true, description: 'After a write: its position in the log, for `?after=`' }) position:
    string | null;
}

/** Where a case stands after a write, for a caller who prefers `return=minimal`. */
export class CaseSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() status: string;
  @ApiProperty({ type: String, isArray: true }) open: string[];
  @ApiProperty() round: number;
  @ApiProperty({ type: String, nullable: true }) position: string | null;
}

export class CaseItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['mutation', 'case'] }) kind: 'mutation' | 'case';
  @ApiProperty() definition: string;
  @ApiProperty({ type: () => LocalText }) title: LocalText;
  @ApiProperty() status: string;
  @ApiProperty({ type: String, isArray: true }) open: string[];
  @ApiProperty({ type: () => LocalText, isArray: true, description: 'What the stages that wait are called' })
  openTitles: LocalText[];
  @ApiProperty() round: number;
  @ApiProperty({ type: () => Named }) subject: Named;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The fields of the dossier that are in the clear' })
  dossier: Record<string, unknown>;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
}

export class CaseList {
  @ApiProperty({ type: () => CaseItem, isArray: true }) items: CaseItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class CaseAttachedResponse extends CaseAttachment {
  @ApiProperty({ type: String, nullable: true }) position: string | null;
}
