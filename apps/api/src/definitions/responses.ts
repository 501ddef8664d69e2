import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LocalText, Named } from '../http/places.js';

export const versionStatuses = ['draft', 'accepted', 'declined', 'published', 'retired'] as const;
export type VersionStatusName = (typeof versionStatuses)[number];

export class DefinitionItem {
  @ApiProperty({ example: 'leave' }) id: string;
  @ApiProperty({ type: () => LocalText }) title: LocalText;
  @ApiProperty({ type: Number, nullable: true, description: 'What a new case starts on; null where every version is retired' })
  inForce: number | null;
  @ApiProperty({ description: 'How many versions were published' }) versions: number;
  @ApiProperty({ enum: versionStatuses, nullable: true, type: String, description: 'Of the draft, for those who may see it' })
  draft: VersionStatusName | null;
  @ApiProperty({ type: [String], description: 'The roles that may start a case' }) initiators: readonly string[];
  @ApiProperty({ description: 'Its cases are made by `POST /cases`, of a dossier by its schema' }) dossier: boolean;
}

export class DefinitionList {
  @ApiProperty({ type: () => DefinitionItem, isArray: true }) items: DefinitionItem[];
  @ApiProperty({ description: 'Whether the caller may draft, and review what others drafted' }) mayWrite: boolean;
}

export class VersionItem {
  @ApiProperty() version: number;
  @ApiProperty({ enum: versionStatuses }) status: VersionStatusName;
  @ApiProperty() hash: string;
  @ApiProperty({ type: () => Named, nullable: true }) draftedBy: Named | null;
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) draftedAt: string | null;
  @ApiProperty({ type: () => Named, nullable: true }) reviewedBy: Named | null;
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) reviewedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: () => Named, nullable: true, description: 'null: it came with the program' }) publishedBy: Named | null;
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) publishedAt: string | null;
  @ApiProperty({ type: () => Named, nullable: true }) retiredBy: Named | null;
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) retiredAt: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

/** A stage where a case would wait for nobody, as the offices are held today. */
export class StaffingWarning {
  @ApiProperty({ example: 'finance' }) stage: string;
  @ApiProperty({ type: () => LocalText }) title: LocalText;
  @ApiProperty({ example: 'HR_OFFICER' }) role: string;
  @ApiProperty({
    type: () => LocalText,
    nullable: true,
    description: 'The earlier stage whose holder may not act here as well; null: the office is vacant, and nobody stands in',
  })
  otherThan: LocalText | null;
  @ApiProperty({ type: Number, nullable: true, description: 'How many hold the office; null where it depends on the case' })
  holders: number | null;
}

export class DefinitionResponse {
  @ApiProperty() id: string;
  @ApiProperty() version: number;
  @ApiProperty({ enum: versionStatuses }) status: VersionStatusName;
  @ApiProperty({ description: 'SHA-256 over the RFC 8785 form, dossier within' }) hash: string;
  @ApiProperty({ type: () => LocalText }) title: LocalText;
  @ApiProperty({ type: Number, nullable: true }) inForce: number | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'See definitions/definition.schema.json' })
  definition: Record<string, unknown>;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'The JSON Schema of what its cases are about',
  })
  dossier: Record<string, unknown> | null;
  @ApiProperty({ description: 'Both as one document, to start a draft from' }) document: string;
  @ApiProperty({ type: () => VersionItem, isArray: true, description: 'Newest first' }) versions: VersionItem[];
  @ApiProperty({ type: () => StaffingWarning, isArray: true, description: 'For those who may draft; empty for everybody else' })
  warnings: StaffingWarning[];
  @ApiProperty({ description: 'Whether the caller may draft' }) mayWrite: boolean;
  @ApiProperty({ description: 'Whether the caller may review, publish and retire, and let running cases go over' })
  mayJudge: boolean;
}

export class DifferenceItem {
  @ApiProperty({ example: 'stages.tpk.quorum' }) at: string;
  @ApiProperty({ enum: ['added', 'removed', 'changed', 'moved'] }) kind: 'added' | 'removed' | 'changed' | 'moved';
  @ApiPropertyOptional({ description: 'Any JSON' }) before?: unknown;
  @ApiPropertyOptional({ description: 'Any JSON' }) after?: unknown;
  @ApiProperty({ type: () => LocalText, nullable: true, description: 'The stage it stands in' }) within: LocalText | null;
}

export class DifferencesResponse {
  @ApiProperty() from: number;
  @ApiProperty() to: number;
  @ApiProperty({ type: () => DifferenceItem, isArray: true }) differences: DifferenceItem[];
}

export class DefinitionProblemItem {
  @ApiProperty({ example: 'stages.tpk' }) at: string;
  @ApiProperty({ example: 'quorum' }) code: string;
  @ApiProperty({ example: '6 of 5' }) about: string;
}

/** What a draft would come to. */
export class DraftCheck {
  @ApiProperty({ type: () => DefinitionProblemItem, isArray: true }) problems: DefinitionProblemItem[];
}

export class DefinitionWritten {
  @ApiProperty() id: string;
  @ApiProperty() version: number;
  @ApiProperty() hash: string;
  @ApiProperty({ type: String, nullable: true }) position: string | null;
}

export class SimulationStep {
  @ApiProperty({
    enum: ['started', 'opened', 'skipped', 'acted', 'checked', 'answered', 'passed-over', 'closed', 'returned', 'ended'],
  })
  what: string;
  @ApiProperty() stage: string;
  @ApiProperty({ type: () => LocalText, nullable: true }) title: LocalText | null;
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty({ type: String, nullable: true }) role: string | null;
  @ApiProperty({ type: String, nullable: true }) outcome: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The condition that did not hold' }) because: string | null;
  @ApiProperty({ format: 'date', type: String, nullable: true }) dueOn: string | null;
}

export class SimulationStuck {
  @ApiProperty() stage: string;
  @ApiProperty() role: string;
  @ApiProperty({ description: '`vacant`, or the code of the refusal' }) why: string;
}

export class SimulationResponse {
  @ApiProperty({ enum: ['approved', 'rejected', 'withdrawn', 'cancelled', 'stuck'] }) outcome: string;
  @ApiProperty() workingDays: number;
  @ApiProperty({ description: 'The role that started it' }) as: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What the conditions read' })
  context: Record<string, unknown>;
  @ApiProperty({ type: () => SimulationStep, isArray: true }) steps: SimulationStep[];
  @ApiProperty({ type: () => SimulationStuck, isArray: true, description: 'Where it waits for somebody whom the cast lacks' })
  stuck: SimulationStuck[];
}
