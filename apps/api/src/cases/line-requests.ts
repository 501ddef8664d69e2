import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Matches, registerDecorator } from 'class-validator';
import { DecisionRequest, reasonLength } from '../mutation/requests.js';

/** How many lines a batch may have; a definition may say fewer. */
export const mostLines = 500;

/** Numbers and capitals, so that no key is a word that every object knows. */
const lineKey = /^[0-9A-Z][0-9A-Z.-]{0,31}$/;

/** One person of a batch. */
export class LineRequest {
  @ApiPropertyOptional({ description: 'Numbers and capitals; the next free number where it is left out', example: '12' })
  @IsOptional()
  @IsString()
  @Matches(lineKey)
  key?: string;
  @ApiProperty({ format: 'uuid', description: 'Whom it is about' }) @IsUUID() subject: string;
}

export const lineVerdicts = ['reject', 'leave'] as const;

/** What is decided of one line, otherwise than of the rest. */
export class LineVerdictRequest {
  @ApiProperty({ enum: lineVerdicts, description: '`leave`: it concerns the decider, who has no say about it' })
  verdict: (typeof lineVerdicts)[number];
  @ApiPropertyOptional({ maxLength: reasonLength, description: 'Mandatory with `reject` where the stage says so' })
  reason?: string;
}

const isVerdict = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { verdict, reason, ...rest } = Object.fromEntries(Object.entries(value));
  const said = reason === undefined || (typeof reason === 'string' && reason.length <= reasonLength);
  return said && lineVerdicts.some((each) => each === verdict) && Object.keys(rest).length === 0;
};

const areVerdicts = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given = Object.entries(value);
  return given.length <= mostLines && given.every(([key, verdict]) => lineKey.test(key) && isVerdict(verdict));
};

const AreLineVerdicts = (): PropertyDecorator => (target, propertyName) =>
  registerDecorator({
    name: 'areLineVerdicts',
    target: target.constructor,
    propertyName: String(propertyName),
    validator: { validate: areVerdicts },
  });

/** A decision; of a batch, with the lines that are decided otherwise than the rest. */
export class CaseDecisionRequest extends DecisionRequest {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(LineVerdictRequest) },
    description: 'Of a batch, by the key of a line. With `approve` the others are approved.',
  })
  @IsOptional()
  @AreLineVerdicts()
  lines?: Record<string, LineVerdictRequest>;
}
