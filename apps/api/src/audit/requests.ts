import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { ListRequest } from '../http/list-request.js';

export const reviewStatuses = ['open', 'clean', 'finding', 'followed_up', 'closed'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export class ReviewsRequest extends ListRequest {
  @ApiPropertyOptional({ enum: reviewStatuses }) @IsOptional() @IsIn(reviewStatuses) status?: ReviewStatus;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() caseId?: string;
}

export class OutcomeRequest {
  @ApiProperty({ enum: ['clean', 'finding'] }) @IsIn(['clean', 'finding']) outcome: 'clean' | 'finding';
  @ApiPropertyOptional({ maxLength: 4000, description: 'Mandatory with `finding`' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

export class NoteRequest {
  @ApiProperty({ maxLength: 4000 }) @IsString() @Length(1, 4000) note: string;
}
