import { ApiProperty } from '@nestjs/swagger';
import { LocalText, Named } from '../http/places.js';

export class PreviewedDecision {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['mutation', 'case'], type: String, nullable: true }) kind: 'mutation' | 'case' | null;
  @ApiProperty({ type: () => LocalText, nullable: true }) title: LocalText | null;
  @ApiProperty({ type: () => Named, nullable: true }) subject: Named | null;
  @ApiProperty({ type: String, nullable: true }) stage: string | null;
  @ApiProperty({ type: () => LocalText, nullable: true }) stageTitle: LocalText | null;
  @ApiProperty() allowed: boolean;
  @ApiProperty({ enum: ['required', 'optional', 'none'] }) reason: 'required' | 'optional' | 'none';
  @ApiProperty({ enum: ['required'], required: false, description: 'It is signed: with the caller’s password, once for all' })
  signature?: 'required';
  @ApiProperty({ required: false }) code?: string;
  @ApiProperty({ required: false, description: 'Why not, in the language of the caller' }) detail?: string;
  @ApiProperty({ type: String, nullable: true }) etag: string | null;
}

export class DecisionPreview {
  @ApiProperty({ description: 'How many can be decided' }) can: number;
  @ApiProperty() cannot: number;
  @ApiProperty({ type: () => PreviewedDecision, isArray: true, description: 'In the order asked for' })
  items: PreviewedDecision[];
}

export class DecidedItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() stage: string;
  @ApiProperty() decided: boolean;
  @ApiProperty({ required: false, description: 'Where the case stands now' }) status?: string;
  @ApiProperty({ required: false }) code?: string;
  @ApiProperty({ required: false, description: 'Why not, in the language of the caller' }) detail?: string;
}

export class DecisionsResponse {
  @ApiProperty() decided: number;
  @ApiProperty() refused: number;
  @ApiProperty({ type: () => DecidedItem, isArray: true, description: 'One for each item, in the order asked for' })
  items: DecidedItem[];
  @ApiProperty({ type: String, nullable: true }) position: string | null;
}
