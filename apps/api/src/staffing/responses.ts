import { ApiProperty } from '@nestjs/swagger';
import { Named } from '../http/places.js';
import { employmentStatuses, unitKinds, type UnitKind } from './requests.js';

export const postTypes = ['ELECTED', 'JPT_PRATAMA', 'ADMINISTRATOR', 'SUPERVISOR', 'FUNCTIONAL', 'IMPLEMENTER'] as const;
export type PostTypeName = (typeof postTypes)[number];

export class PostHeld {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: postTypes }) type: PostTypeName;
}

export class EmployeeItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: '19800101******2001', description: 'Masked unless a role needs it or it is oneself' }) nip: string;
  @ApiProperty({ type: String, nullable: true, example: 'III/c' }) grade: string | null;
  @ApiProperty({ enum: ['PNS', 'CPNS', 'PPPK', 'ELECTED'] }) employeeType: string;
  @ApiProperty({ enum: employmentStatuses }) status: string;
  @ApiProperty({ type: () => PostHeld, nullable: true }) post: PostHeld | null;
  @ApiProperty({ type: () => Named, nullable: true }) unit: Named | null;
  @ApiProperty({ type: () => Named, nullable: true }) agency: Named | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) since: string | null;
}

export class EmployeeList {
  @ApiProperty({ type: () => EmployeeItem, isArray: true }) items: EmployeeItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class PositionItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() code: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: postTypes }) type: PostTypeName;
  @ApiProperty({ type: String, nullable: true, example: 'III.a' }) echelon: string | null;
  @ApiProperty({ type: Number, nullable: true }) jobClass: number | null;
  @ApiProperty({ type: () => Named }) unit: Named;
  @ApiProperty({ type: () => Named }) agency: Named;
  @ApiProperty() need: number;
  @ApiProperty() filled: number;
  @ApiProperty({ description: 'Promised to live proposals' }) promised: number;
  @ApiProperty({ description: 'need - filled - promised, not below zero' }) vacancies: number;
}

export class PositionList {
  @ApiProperty({ type: () => PositionItem, isArray: true }) items: PositionItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class UnitItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: unitKinds }) kind: UnitKind;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Id of the unit above' }) parent: string | null;
  @ApiProperty({ format: 'uuid', description: 'Id of the agency (OPD) it belongs to' }) agency: string;
}

export class UnitList {
  @ApiProperty({ type: () => UnitItem, isArray: true }) items: UnitItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class Totals {
  @ApiProperty() need: number;
  @ApiProperty() filled: number;
  @ApiProperty() gap: number;
}

export class Incumbent {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ format: 'date' }) since: string;
  @ApiProperty({ type: String, nullable: true, description: 'The proposal that brought the person here' }) caseId: string | null;
  @ApiProperty({ enum: ['definitive', 'acting', 'daily', 'substitute'] }) kind: string;
}

export class MappedPosition {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: postTypes }) type: PostTypeName;
  @ApiProperty({ type: String, nullable: true }) echelon: string | null;
  @ApiProperty({ type: Number, nullable: true }) jobClass: number | null;
  @ApiProperty() need: number;
  @ApiProperty() filled: number;
  @ApiProperty() gap: number;
  @ApiProperty({ type: () => Incumbent, isArray: true }) incumbents: Incumbent[];
}

export class ChildUnit extends Totals {
  @ApiProperty({ enum: unitKinds }) kind: UnitKind;
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class MappedUnit extends Named {
  @ApiProperty({ enum: unitKinds }) kind: UnitKind;
  @ApiProperty({ type: () => Named, nullable: true }) parent: Named | null;
  @ApiProperty({ type: () => Named }) agency: Named;
}

export class PositionMapResponse {
  @ApiProperty({ type: () => MappedUnit }) unit: MappedUnit;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty({ type: () => Totals }) totals: Totals;
  @ApiProperty({ type: () => MappedPosition, isArray: true }) positions: MappedPosition[];
  @ApiProperty({ type: () => ChildUnit, isArray: true }) units: ChildUnit[];
}

export class PredicateCounts {
  @ApiProperty() very_good: number;
  @ApiProperty() good: number;
  @ApiProperty() needs_improvement: number;
  @ApiProperty() poor: number;
  @ApiProperty() very_poor: number;
}

export class RatedPerson extends Named {
  @ApiProperty({ type: String, nullable: true, description: 'Title of the post' }) post: string | null;
  @ApiProperty({ enum: ['very_good', 'good', 'needs_improvement', 'poor', 'very_poor'], type: String, nullable: true })
  predicate: string | null;
}

export class UnitPerformanceResponse {
  @ApiProperty({ type: () => Named }) unit: Named;
  @ApiProperty() year: number;
  @ApiProperty({ type: () => PredicateCounts }) counts: PredicateCounts;
  @ApiProperty({ type: () => RatedPerson, isArray: true }) people: RatedPerson[];
}

export class PositionResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Position in the log, for `?after=`' }) position: string | null;
}
