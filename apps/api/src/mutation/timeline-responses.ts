import { ApiProperty } from '@nestjs/swagger';
import { LineNote } from '../cases/line-responses.js';
import { LocalText, Named } from '../http/places.js';

export class TimelineItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'DecisionMade' }) type: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: () => Named, nullable: true, description: 'null where the system acted' }) actor: Named | null;
  @ApiProperty({ type: String, nullable: true }) office: string | null;
  @ApiProperty({ type: () => LocalText, nullable: true }) officeTitle: LocalText | null;
  @ApiProperty({ enum: ['definitive', 'acting', 'daily', 'substitute', 'delegate'], type: String, nullable: true }) kind:
    string | null;
  @ApiProperty({ type: () => Named, nullable: true }) onBehalfOf: Named | null;
  @ApiProperty({ type: String, nullable: true, description: 'The letter on which the holding rests' }) letter: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The law on which the authority rests' }) basis: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The row of the authority matrix' }) authorityRow: string | null;
  @ApiProperty({ type: String, nullable: true }) stage: string | null;
  @ApiProperty({ type: Number, nullable: true }) round: number | null;
  @ApiProperty({ type: String, nullable: true }) verdict: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of a comment' }) text: string | null;
  @ApiProperty({ type: () => LineNote, isArray: true, description: 'Of a batch: the lines that it speaks of' }) lines: LineNote[];
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What else the event says, and what a decision rested on',
  })
  facts: Record<string, unknown>;
  @ApiProperty({ description: 'SHA-256 over the event and the one before it' }) hash: string;
  @ApiProperty() revision: number;
}

export class TimelineList {
  @ApiProperty({ type: () => TimelineItem, isArray: true }) items: TimelineItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
