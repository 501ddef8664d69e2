import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { IsDay } from '../http/day.js';
import { ListRequest } from '../http/list-request.js';
import { LineRequest, mostLines } from './line-requests.js';
import { reasonLength, statuses, type ProposalStatus } from '../mutation/requests.js';

const LinesOfBatch = () =>
  applyDecorators(
    ApiPropertyOptional({
      type: () => LineRequest,
      isArray: true,
      maxItems: mostLines,
      description: 'Of a batch: whom it is about',
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(mostLines),
    ValidateNested({ each: true }),
    Type(() => LineRequest),
  );

const stageKey = /^[a-z][a-z0-9_]{0,63}$/;
const definitionId = /^[a-z][a-z0-9-]{0,62}$/;

export class NewCaseRequest {
  @ApiProperty({ example: 'annual-report', description: 'An id out of GET /definitions' })
  @IsString()
  @Matches(definitionId)
  definition: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What it is about: by the JSON Schema of GET /definitions/:id',
  })
  @IsObject()
  dossier: Record<string, unknown>;

  @ApiPropertyOptional({ format: 'uuid', description: 'Whom it is about; the caller himself where nobody is named' })
  @IsOptional()
  @IsUUID()
  subject?: string;

  @LinesOfBatch()
  lines?: LineRequest[];
}

/** The whole dossier anew. Only while draft or returned. Of a batch the lines stay as they are where none are given. */
export class AmendCaseRequest {
  @ApiProperty({ type: 'object', additionalProperties: true }) @IsObject() dossier: Record<string, unknown>;

  @LinesOfBatch()
  lines?: LineRequest[];
}

export class CasesRequest extends ListRequest {
  @ApiPropertyOptional({ description: 'Cases of this definition alone' })
  @IsOptional()
  @IsString()
  @Matches(definitionId)
  definition?: string;
  @ApiPropertyOptional({ enum: statuses }) @IsOptional() @IsIn(statuses) status?: ProposalStatus;
  @ApiPropertyOptional({ description: 'Part of a name, or a NIP' }) @IsOptional() @IsString() @MaxLength(100) query?: string;
}

/** What names the open stage it is done at. */
export class StageRequest {
  @ApiProperty({ example: 'decision' }) @IsString() @Matches(stageKey) stage: string;
}

export class StageReasonRequest extends StageRequest {
  @ApiPropertyOptional({ maxLength: reasonLength, description: 'Mandatory where the stage says so' })
  @IsOptional()
  @IsString()
  @MaxLength(reasonLength)
  reason?: string;
}

export class QuestionRequest extends StageRequest {
  @ApiProperty({ maxLength: reasonLength }) @IsString() @Length(1, reasonLength) question: string;
  @ApiProperty({ description: 'A role of the case, `submission` for whoever proposed it, or a person’s id' })
  @IsString()
  @Length(1, 64)
  of: string;
}

export class AnswerRequest extends StageRequest {
  @ApiProperty({ maxLength: reasonLength }) @IsString() @Length(1, reasonLength) answer: string;
}

export class ReassignmentRequest extends StageReasonRequest {
  @ApiProperty({ format: 'uuid', description: 'Another holder of the same office' }) @IsUUID() to: string;
}

export class AdviserRequest extends StageRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() adviser: string;
  @ApiProperty({ maxLength: reasonLength }) @IsString() @Length(1, reasonLength) question: string;
  @ApiPropertyOptional({ default: false, description: 'Nothing is decided before he has advised' })
  @IsOptional()
  @IsBoolean()
  required?: boolean;
}

export class AdviceRequest extends StageRequest {
  @ApiProperty({ maxLength: reasonLength }) @IsString() @Length(1, reasonLength) advice: string;
}

export class ExternalAnswerRequest extends StageRequest {
  @ApiProperty({ enum: ['passed', 'failed'] }) @IsIn(['passed', 'failed']) outcome: 'passed' | 'failed';
  @ApiProperty({ maxLength: 200, description: 'The number of the letter' }) @IsString() @Length(1, 200) number: string;
  @ApiProperty({ format: 'date' }) @IsDay() date: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The attachment that it is' }) @IsOptional() @IsUUID() document?: string;
  @ApiPropertyOptional({ maxLength: reasonLength }) @IsOptional() @IsString() @MaxLength(reasonLength) note?: string;
}

export class OptionalReasonRequest {
  @ApiPropertyOptional({ maxLength: reasonLength }) @IsOptional() @IsString() @MaxLength(reasonLength) reason?: string;
}
