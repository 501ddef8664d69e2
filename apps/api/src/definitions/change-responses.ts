import { ApiProperty } from '@nestjs/swagger';
import { LocalText } from '../http/places.js';

export class MigrationMove {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty() round: number;
  @ApiProperty({ enum: ['kept', 'restarted', 'dropped', 'none'] }) timers: 'kept' | 'restarted' | 'dropped' | 'none';
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOnBefore: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOnAfter: string | null;
  @ApiProperty({ type: [String], description: 'The offices that would act; empty: nobody holds one' }) offices: string[];
  @ApiProperty({ type: () => LocalText, isArray: true, description: 'What those offices are called' }) titles: LocalText[];
  @ApiProperty({ type: [String], description: 'Who holds them today, by name' }) people: string[];
}

export class MigrationProblemItem {
  @ApiProperty() code: string;
  @ApiProperty() about: string;
}

export class MigrationItem {
  @ApiProperty() caseId: string;
  @ApiProperty({ description: 'Whom it is about, by name' }) subject: string;
  @ApiProperty({ enum: ['mutation', 'case'] }) kind: 'mutation' | 'case';
  @ApiProperty({ description: 'The version it runs on' }) from: number;
  @ApiProperty({ type: () => MigrationMove, isArray: true }) moves: MigrationMove[];
  @ApiProperty({ type: [String], description: 'Earlier stages of the new version that it never went through' })
  passedOver: string[];
  @ApiProperty({ type: () => MigrationProblemItem, isArray: true }) problems: MigrationProblemItem[];
}

export class MigrationPreviewResponse {
  @ApiProperty({ type: () => MigrationItem, isArray: true }) items: MigrationItem[];
  @ApiProperty({ description: 'How many of them have a problem; none is migrated unless this is 0' }) refused: number;
}

export class MigrationOutcome {
  @ApiProperty() caseId: string;
  @ApiProperty({ enum: ['migrated', 'missed'], description: '`missed`: it had moved on since the preview' })
  outcome: 'migrated' | 'missed';
  @ApiProperty({ type: String, nullable: true }) code: string | null;
}

export class MigrationResponse {
  @ApiProperty({ type: () => MigrationOutcome, isArray: true }) items: MigrationOutcome[];
}

export class CourseResponse {
  @ApiProperty({ type: [String] }) path: string[];
  @ApiProperty({ description: 'How many people acted' }) people: number;
  @ApiProperty() workingDays: number;
  @ApiProperty() outcome: string;
}

export class BackTestItem {
  @ApiProperty() caseId: string;
  @ApiProperty({ description: 'Whom it is about, by name' }) subject: string;
  @ApiProperty({ enum: ['mutation', 'case'] }) kind: 'mutation' | 'case';
  @ApiProperty({ type: () => CourseResponse }) was: CourseResponse;
  @ApiProperty({ type: () => CourseResponse }) wouldBe: CourseResponse;
  @ApiProperty({ type: [String], enum: ['path', 'people', 'workingDays', 'outcome'] }) differs: string[];
  @ApiProperty({ type: [String], description: 'Stages the record knows nothing of: an approval in time was assumed' })
  assumed: string[];
  @ApiProperty({ type: [String], description: 'Codes of what the draft would have refused' }) refused: string[];
}

export class BackTestResponse {
  @ApiProperty() cases: number;
  @ApiProperty() same: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) differing: Record<string, number>;
  @ApiProperty({ type: Number, nullable: true, description: 'Median of working days, as it was' }) daysWas: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Median of working days under the draft' }) daysWouldBe:
    number | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) assumed: Record<string, number>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) refused: Record<string, number>;
  @ApiProperty({ type: () => BackTestItem, isArray: true, description: 'Those that differ, a hundred at most' })
  items: BackTestItem[];
}
