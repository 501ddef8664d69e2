import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsDay } from '../http/day.js';
import { Seen } from '../http/seen.js';
import { ListRequest } from '../http/list-request.js';

export const reasonLength = 4000;
export const moveTypes = ['INTERNAL_ROTATION'] as const;
export const verdicts = ['approve', 'reject', 'return'] as const;
export const statuses = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'rejected',
  'withdrawn',
  'decreed',
  'effective',
  'completed',
  'cancelled',
  'rescinded',
] as const;
export type ProposalStatus = (typeof statuses)[number];

export class DraftProposalRequest {
  @ApiProperty({ enum: moveTypes }) @IsIn(moveTypes) moveType: (typeof moveTypes)[number];
  @ApiProperty({ format: 'uuid' }) @IsUUID() employeeId: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() targetPositionId: string;
  @ApiProperty({ maxLength: reasonLength }) @IsString() @Length(1, reasonLength) reason: string;
  @ApiPropertyOptional({ format: 'date', description: 'The wished date; HR fixes the effective one in the decree' })
  @IsOptional()
  @IsDay()
  effectiveDate?: string;
}

/** Only while draft or returned. What is absent stays as it is. */
export class AmendProposalRequest {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() employeeId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() targetPositionId?: string;
  @ApiPropertyOptional({ maxLength: reasonLength }) @IsOptional() @IsString() @Length(1, reasonLength) reason?: string;
  @ApiPropertyOptional({ format: 'date', type: String, nullable: true }) @IsOptional() @IsDay() effectiveDate?: string | null;
}

/** Nothing is asked for: the dossier is submitted as it stands. */
export class SubmitRequest {}

export class DecisionRequest {
  @ApiProperty({ example: 'acceptance' }) @IsString() @Matches(/^[a-z][a-z0-9_]{0,63}$/) stage: string;
  @ApiProperty({ enum: verdicts }) @IsIn(verdicts) verdict: (typeof verdicts)[number];
  @ApiPropertyOptional({ maxLength: reasonLength, description: 'Mandatory where the stage says so' })
  @IsOptional()
  @IsString()
  @MaxLength(reasonLength)
  reason?: string;
  @ApiPropertyOptional({
    description: 'With `return`: an earlier stage that the definition allows; without it the first of them',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z][a-z0-9_]{0,63}$/)
  to?: string;
  @ApiPropertyOptional({
    type: () => Seen,
    description:
      'What the page showed under `seen` for the stage. Where any of it has changed since: 409 `workflow.seen-changed`, whose ' +
      '`changed` names what and `now` what holds; read the case again, and send what it shows then',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => Seen)
  seen?: Seen;
  @ApiPropertyOptional({
    maxLength: 1000,
    format: 'password',
    description: 'The caller’s own, where the action says `signature: required`: it signs this decision, and is not kept',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  password?: string;
}

export class ReasonRequest {
  @ApiProperty({ maxLength: reasonLength }) @IsString() @MaxLength(reasonLength) reason: string;
}

export class CommentRequest {
  @ApiProperty({ maxLength: reasonLength }) @IsString() @Length(1, reasonLength) text: string;
}

export class JudgeDocumentRequest {
  @ApiProperty({ enum: ['accepted', 'deficient'] }) @IsIn(['accepted', 'deficient']) verdict: 'accepted' | 'deficient';
  @ApiPropertyOptional({ maxLength: reasonLength, description: 'Mandatory with `deficient`' })
  @IsOptional()
  @IsString()
  @MaxLength(reasonLength)
  note?: string;
}

/** The fields that go with the file of a multipart upload. */
export class AttachDocumentRequest {
  @ApiProperty({ example: 'SKP' }) @IsString() @Length(1, 64) type: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() issuedOn?: string;
}

export class DecreeRequest {
  @ApiProperty({ format: 'date' }) @IsDay() date: string;
  @ApiProperty({ format: 'date', description: 'TMT: on or after the date of the decree' }) @IsDay() effectiveDate: string;
}

export class ProposalsRequest extends ListRequest {
  @ApiPropertyOptional({ enum: statuses }) @IsOptional() @IsIn(statuses) status?: ProposalStatus;
  @ApiPropertyOptional({ format: 'uuid', description: 'The agency or unit it starts from or leads to' })
  @IsOptional()
  @IsUUID()
  unit?: string;
  @ApiPropertyOptional({ description: 'Part of a name, a NIP or a decree number' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  query?: string;
}

export const inboxViews = ['open', 'waiting', 'returned', 'mine', 'done'] as const;

export class InboxRequest extends ListRequest {
  @ApiPropertyOptional({ enum: inboxViews, default: 'open', description: '`open`: what waits for one, returned or not' })
  @IsOptional()
  @IsIn(inboxViews)
  view: (typeof inboxViews)[number] = 'open';
}

export class TimelineRequest extends ListRequest {}
