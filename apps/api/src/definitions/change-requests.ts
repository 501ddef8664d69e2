import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

export class MigrationPreviewRequest {
  @ApiProperty({ description: 'The version that running cases are to go on under' })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Old key of a stage to its new one; a key that is not named stays',
  })
  @IsOptional()
  @IsObject()
  mapping?: Record<string, unknown>;
  @ApiPropertyOptional({
    enum: ['keep', 'restart'],
    default: 'keep',
    description: 'What becomes of the deadlines of open stages',
  })
  @IsOptional()
  @IsIn(['keep', 'restart'])
  timers?: 'keep' | 'restart';
  @ApiPropertyOptional({ type: [String], description: 'These cases; all that go on where absent' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsString({ each: true })
  only?: string[];
  @ApiPropertyOptional({ type: [String], description: 'These stay behind on purpose' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsString({ each: true })
  except?: string[];
}

export class MigrationRequest extends MigrationPreviewRequest {
  @ApiProperty({ maxLength: 4000, description: 'Recorded in every case' }) @IsString() @Length(1, 4000) reason: string;
}

export class BackTestRequest {
  @ApiProperty({ description: 'The draft whole, as YAML or JSON text', maxLength: 500_000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500_000)
  document: string;
  @ApiPropertyOptional({ default: 1000, description: 'So many closed cases, the newest first' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5_000)
  cases?: number;
}
