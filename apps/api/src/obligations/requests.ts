import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { IsDay } from '../http/day.js';
import { ListRequest } from '../http/list-request.js';

export const obligationKinds = ['evaluation', 'training'] as const;
export const obligationStatuses = ['open', 'overdue', 'done', 'withdrawn'] as const;
export const predicates = ['very_good', 'good', 'needs_improvement', 'poor', 'very_poor'] as const;

export class ObligationsRequest extends ListRequest {
  @ApiPropertyOptional({ enum: obligationKinds }) @IsOptional() @IsIn(obligationKinds) kind?: (typeof obligationKinds)[number];
  @ApiPropertyOptional({ enum: obligationStatuses, description: '`open` includes what is overdue' })
  @IsOptional()
  @IsIn(obligationStatuses)
  status?: (typeof obligationStatuses)[number];
  @ApiPropertyOptional({ enum: ['true', 'false'] }) @IsOptional() @IsIn(['true', 'false']) mine?: 'true' | 'false';
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() caseId?: string;
}

/** What came of it. Of an evaluation the predicate, of a training its title, hours and day. */
export class ObligationResult {
  @ApiPropertyOptional({ enum: predicates }) @IsOptional() @IsIn(predicates) predicate?: (typeof predicates)[number];
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 300) title?: string;
  @ApiPropertyOptional({ description: 'JP of 45 minutes' }) @IsOptional() @IsInt() @Min(1) @Max(2000) hours?: number;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() completedOn?: string;
}

export class CompletionRequest {
  @ApiPropertyOptional({ maxLength: 4000, description: 'May be left out where there is a result' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
  @ApiPropertyOptional({ type: () => ObligationResult })
  @IsOptional()
  @ValidateNested()
  @Type(() => ObligationResult)
  result?: ObligationResult;
}
