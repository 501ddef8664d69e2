import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { ReadRequest } from '../http/list-request.js';

export class VersionRequest extends ReadRequest {
  @ApiPropertyOptional({ description: 'The version in force where absent; the newest draft where there is none' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
}

export class DrawingRequest extends VersionRequest {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'true',
    description: '`false`: without where reminders end, for a drawing that fits on a page',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  reminders?: 'true' | 'false';
}

export class DifferencesRequest extends ReadRequest {
  @ApiProperty() @Type(() => Number) @IsInt() @Min(1) from: number;
  @ApiProperty() @Type(() => Number) @IsInt() @Min(1) to: number;
}

export class DraftQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Checks the whole document and keeps nothing' })
  @IsOptional()
  @IsIn(['true', 'false'])
  dryRun?: 'true' | 'false';
}

export class DraftRequest {
  @ApiProperty({
    description: 'The definition whole, as YAML or JSON text; its `dossier` (a JSON Schema) within',
    maxLength: 500_000,
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500_000)
  document: string;
}

export class ReviewRequest {
  @ApiProperty({ description: 'Of the draft that was read' }) @IsString() @Length(64, 64) hash: string;
  @ApiProperty({ enum: ['accept', 'decline'] }) @IsIn(['accept', 'decline']) verdict: 'accept' | 'decline';
  @ApiPropertyOptional({ maxLength: 4000, description: 'Mandatory with `decline`' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

export class PublicationRequest {
  @ApiProperty({ description: 'Of the draft that was read' }) @IsString() @Length(64, 64) hash: string;
}

export class RetirementRequest {
  @ApiProperty() @IsInt() @Min(1) version: number;
  @ApiProperty({ maxLength: 4000 }) @IsString() @Length(1, 4000) reason: string;
}

export class SimulationRequest {
  @ApiPropertyOptional({ description: 'The version in force where absent' }) @IsOptional() @IsInt() @Min(1) version?: number;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'What it is about; what is left out is made up',
  })
  @IsOptional()
  @IsObject()
  dossier?: Record<string, unknown>;
  @ApiPropertyOptional({ description: 'The role that starts it' }) @IsOptional() @IsString() @MaxLength(64) as?: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', enum: ['approve', 'reject', 'return', 'silence'] },
    description: 'By stage, what is done there; approved where absent',
  })
  @IsOptional()
  @IsObject()
  plays?: Record<string, unknown>;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'By role, how many people hold it; one where absent',
  })
  @IsOptional()
  @IsObject()
  holders?: Record<string, unknown>;
  @ApiPropertyOptional({ default: 1, description: 'The same seed makes up the same dossier' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  seed?: number;
}
