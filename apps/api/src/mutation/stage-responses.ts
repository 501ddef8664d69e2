import { ApiProperty } from '@nestjs/swagger';
import { Holder, LocalText, Named } from '../http/places.js';

export class Votes {
  @ApiProperty() cast: number;
  @ApiProperty() size: number;
  @ApiProperty() quorum: number;
}

/** Until when a case is to be decided as a whole. */
export class CaseDeadline {
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ format: 'date-time' }) dueAt: string;
  @ApiProperty({ format: 'date', description: 'Before it was put off by the days in which the clock stood still' })
  originalDueOn: string;
  @ApiProperty({ description: 'It passed before the case was decided' }) overdue: boolean;
  @ApiProperty({ description: 'It is with its proposer, suspended, or waits for an answer or for somebody outside' })
  standsStill: boolean;
}

/** What was asked at an open stage and waits for its answer. */
export class OpenQuestion {
  @ApiProperty() text: string;
  @ApiProperty({ type: () => Named }) by: Named;
  @ApiProperty({ type: () => Named, isArray: true, description: 'Whoever may answer, today' }) of: Named[];
  @ApiProperty({ format: 'date-time' }) askedAt: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
}

/** One stage of the case's definition, as it stands in the newest round. */
export class StageResponse {
  @ApiProperty({ example: 'hr_review' }) key: string;
  @ApiProperty({ type: () => LocalText }) title: LocalText;
  @ApiProperty({ example: 'approval', description: 'A kind of stage of the engine' }) kind: string;
  @ApiProperty({ enum: ['done', 'current', 'skipped', 'future'] }) state: 'done' | 'current' | 'skipped' | 'future';
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'passed',
    description: 'How it was left: passed, failed, returned, silent, superseded, withdrawn, cancelled …',
  })
  outcome: string | null;
  @ApiProperty({ type: Number, nullable: true }) round: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) openedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closedAt: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'When it was due first, where that was moved' })
  originalDueOn: string | null;
  @ApiProperty({ type: () => LocalText, nullable: true, description: 'Why it was skipped' }) because: LocalText | null;
  @ApiProperty({ type: () => Holder, isArray: true }) holders: Holder[];
  @ApiProperty({ type: () => Votes, nullable: true, description: 'Of a panel' }) votes: Votes | null;
  @ApiProperty({ type: () => Named, nullable: true, description: 'Who has taken the task' }) claimedBy: Named | null;
  @ApiProperty({ type: () => OpenQuestion, nullable: true }) question: OpenQuestion | null;
}
