import { ApiProperty } from '@nestjs/swagger';

export class RuleSetRef {
  @ApiProperty() version: string;
  @ApiProperty() hash: string;
}

export class EligibilityItem {
  @ApiProperty({ example: 'E01' }) rule: string;
  @ApiProperty({ enum: ['pass', 'warn', 'block', 'unknown', 'not_applicable'] }) outcome:
    'pass' | 'warn' | 'block' | 'unknown' | 'not_applicable';
  @ApiProperty({ enum: ['block', 'warn'], description: 'What a failure would mean' }) severity: 'block' | 'warn';
  @ApiProperty({ description: 'In the language of the caller' }) message: string;
  @ApiProperty() messageId: string;
  @ApiProperty() messageEn: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What it rested on; facts of discipline only for those whose office needs them',
  })
  inputs: Record<string, unknown>;
  @ApiProperty({ description: 'Legal basis' }) basis: string;
  @ApiProperty() overridable: boolean;
}

export class EligibilityResponse {
  @ApiProperty({ enum: ['draft', 'submission', 'verification', 'decision', 'decree', 'effective'] }) phase: string;
  @ApiProperty({ type: () => RuleSetRef }) ruleSet: RuleSetRef;
  @ApiProperty({ enum: ['eligible', 'warnings', 'blocked'] }) result: 'eligible' | 'warnings' | 'blocked';
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: () => EligibilityItem, isArray: true }) items: EligibilityItem[];
}
