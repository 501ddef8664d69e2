import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { IsDay } from '../http/day.js';
import { ListRequest, ReadRequest } from '../http/list-request.js';

export class EmployeesRequest extends ListRequest {
  @ApiPropertyOptional({ description: 'Part of a name, or the beginning of a NIP' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  query?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'A unit or an agency' }) @IsOptional() @IsUUID() unit?: string;
}

export class PositionsRequest extends ListRequest {
  @ApiPropertyOptional({ enum: ['true', 'false'] }) @IsOptional() @IsIn(['true', 'false']) vacant?: 'true' | 'false';
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) query?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() agency?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() unit?: string;
}

export const unitKinds = ['agency', 'unit', 'district', 'school', 'clinic'] as const;
export type UnitKind = (typeof unitKinds)[number];

export class UnitsRequest extends ListRequest {
  @ApiPropertyOptional({ enum: unitKinds }) @IsOptional() @IsIn(unitKinds) kind?: UnitKind;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) query?: string;
}

export class PositionMapRequest extends ReadRequest {
  @ApiPropertyOptional({ format: 'date', description: 'Any day; today without it' }) @IsOptional() @IsDay() asOf?: string;
}

export const employmentStatuses = [
  'active',
  'retired',
  'dismissed',
  'suspended',
  'unpaid_leave',
  'deceased',
  'moved_out',
] as const;
export const sanctionLevels = ['light', 'medium', 'severe'] as const;

export class ChangeStatusRequest {
  @ApiProperty({ enum: employmentStatuses }) @IsIn(employmentStatuses) status: (typeof employmentStatuses)[number];
  @ApiProperty({ format: 'date' }) @IsDay() from: string;
  @ApiProperty() @IsString() @Length(1, 200) letter: string;
}

export class ImposeSanctionRequest {
  @ApiProperty({ enum: sanctionLevels }) @IsIn(sanctionLevels) level: (typeof sanctionLevels)[number];
  @ApiProperty() @IsString() @Length(1, 200) kind: string;
  @ApiProperty({ format: 'date' }) @IsDay() from: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() until?: string;
  @ApiProperty() @IsString() @Length(1, 200) letter: string;
}
