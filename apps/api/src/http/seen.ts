import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Named } from './places.js';

const most = 200;

/** What a decision would rest on: hashes and versions, opaque to the caller, who sends back what he was shown. */
export class Seen {
  @ApiPropertyOptional({ description: 'Of the dossier' }) @IsOptional() @IsString() @MaxLength(most) dossier?: string;
  @ApiPropertyOptional({ description: 'Of the approval definition' })
  @IsOptional()
  @IsString()
  @MaxLength(most)
  definition?: string;
  @ApiPropertyOptional({ description: 'Of the rules that check the move' })
  @IsOptional()
  @IsString()
  @MaxLength(most)
  rules?: string;
  @ApiPropertyOptional({ description: 'Of the calendar' }) @IsOptional() @IsString() @MaxLength(most) calendar?: string;
  @ApiPropertyOptional({ description: 'Of the row of the authority matrix by which the caller acts' })
  @IsOptional()
  @IsString()
  @MaxLength(most)
  authority?: string;
}

/** An open stage whose own office has nobody who may act. */
export class Vacancy {
  @ApiProperty({ example: 'acceptance' }) stage: string;
  @ApiProperty({ example: 'DEST_HEAD', description: 'The role whose office is vacant' }) role: string;
  @ApiProperty({
    enum: ['wait', 'superior', 'rescuer'],
    description: 'It waits until the office is filled; the office above acts; a named office acts',
  })
  policy: 'wait' | 'superior' | 'rescuer';
  @ApiProperty({ type: String, nullable: true, description: 'The role that is told, or acts in its place' }) by: string | null;
  @ApiProperty({ type: () => Named, isArray: true, description: 'Who was told' }) alerted: Named[];
}
