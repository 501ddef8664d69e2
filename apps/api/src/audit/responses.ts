import { ApiProperty } from '@nestjs/swagger';
import { LineNote } from '../cases/line-responses.js';
import { LocalText, Named } from '../http/places.js';
import { reviewStatuses, type ReviewStatus } from './requests.js';

export class FollowUp {
  @ApiProperty() note: string;
  @ApiProperty({ type: () => Named, nullable: true }) by: Named | null;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class ReviewItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) proposalId: string;
  @ApiProperty({ enum: ['mutation', 'case'] }) kind: 'mutation' | 'case';
  @ApiProperty({ type: () => LocalText, nullable: true, description: 'What the approval is called' }) title: LocalText | null;
  @ApiProperty({ type: () => Named, nullable: true, description: 'Whom the case is about' }) employee: Named | null;
  @ApiProperty() stage: string;
  @ApiProperty({ type: () => LocalText }) stageTitle: LocalText;
  @ApiProperty() round: number;
  @ApiProperty({ enum: ['approve', 'reject', 'return'] }) verdict: string;
  @ApiProperty({ type: () => Named }) decidedBy: Named;
  @ApiProperty() office: string;
  @ApiProperty({ type: () => LocalText }) officeTitle: LocalText;
  @ApiProperty({ format: 'date-time' }) decidedAt: string;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ enum: reviewStatuses }) status: ReviewStatus;
  @ApiProperty({ enum: ['clean', 'finding'], type: String, nullable: true }) outcome: 'clean' | 'finding' | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({
    type: () => LineNote,
    isArray: true,
    description: 'Of a batch: the lines that it decided otherwise than the rest',
  })
  lines: LineNote[];
  @ApiProperty({ type: () => FollowUp, isArray: true }) followUps: FollowUp[];
}

export class ReviewList {
  @ApiProperty({ type: () => ReviewItem, isArray: true }) items: ReviewItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ReviewedResponse {
  @ApiProperty({ type: String, isArray: true, description: 'The reviews that were closed' }) reviews: string[];
  @ApiProperty({ type: String, nullable: true }) position: string | null;
}
