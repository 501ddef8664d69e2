import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { reasonLength, verdicts } from '../mutation/requests.js';

/** How many cases may be decided in one go. */
export const mostDecisions = 500;
const stageKey = /^[a-z][a-z0-9_]{0,63}$/;

/** Of what waits for the caller: that of one definition, at one stage. */
export class WaitingFilter {
  @ApiPropertyOptional() @IsOptional() @IsString() @Matches(/^[a-z][a-z0-9-]{0,62}$/) definition?: string;
}

export class DecisionPreviewRequest {
  @ApiPropertyOptional({ type: String, isArray: true, maxItems: mostDecisions, description: 'Cases of any kind' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostDecisions)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ids?: string[];
  @ApiPropertyOptional({ type: () => WaitingFilter, description: 'Instead of ids: what waits for the caller' })
  @IsOptional()
  @ValidateNested()
  @Type(() => WaitingFilter)
  filter?: WaitingFilter;
  @ApiPropertyOptional({ description: 'The stage that is meant; else the one where the caller may act' })
  @IsOptional()
  @IsString()
  @Matches(stageKey)
  stage?: string;
  @ApiProperty({ enum: verdicts }) @IsIn(verdicts) verdict: (typeof verdicts)[number];
}

export class DecisionItem {
  @ApiProperty({ format: 'uuid' }) @IsUUID() id: string;
  @ApiProperty() @IsString() @Matches(stageKey) stage: string;
  @ApiPropertyOptional({ description: 'The ETag of the preview: it is refused where somebody was faster' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  etag?: string;
}

export class DecisionsRequest {
  @ApiProperty({ type: () => DecisionItem, isArray: true, maxItems: mostDecisions })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostDecisions)
  @ArrayUnique(({ id, stage }: DecisionItem) => `${id} ${stage}`)
  @ValidateNested({ each: true })
  @Type(() => DecisionItem)
  items: DecisionItem[];
  @ApiProperty({ enum: verdicts }) @IsIn(verdicts) verdict: (typeof verdicts)[number];
  @ApiPropertyOptional({ maxLength: reasonLength, description: 'The same for all; mandatory where a stage says so' })
  @IsOptional()
  @IsString()
  @MaxLength(reasonLength)
  reason?: string;
  @ApiPropertyOptional({
    maxLength: 1000,
    format: 'password',
    description: 'The caller’s own, where the preview says `signature: required`: it signs every one of these, and is not kept',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  password?: string;
}
