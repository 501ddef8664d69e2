import { ApiProperty } from '@nestjs/swagger';
import { Holder, LocalText, Named } from '../http/places.js';
import { obligationKinds, obligationStatuses } from './requests.js';

export class OfficeRef {
  @ApiProperty() office: string;
  @ApiProperty({ type: () => LocalText }) title: LocalText;
  @ApiProperty({ type: () => Holder, isArray: true }) holders: Holder[];
}

export class ObligationItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: obligationKinds }) kind: 'evaluation' | 'training';
  @ApiProperty({ example: 'evaluation-3m' }) code: string;
  @ApiProperty({ type: () => LocalText }) title: LocalText;
  @ApiProperty({ format: 'uuid' }) proposalId: string;
  @ApiProperty({ type: () => Named }) subject: Named;
  @ApiProperty({ type: () => OfficeRef, description: 'Who owes it' }) owner: OfficeRef;
  @ApiProperty({ type: () => OfficeRef, description: 'Whom it escalates to' }) superior: OfficeRef;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ format: 'date-time' }) dueAt: string;
  @ApiProperty({ enum: obligationStatuses }) status: 'open' | 'overdue' | 'done' | 'withdrawn';
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) completedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ description: 'Whether the caller may complete it' }) mayComplete: boolean;
}

export class ObligationList {
  @ApiProperty({ type: () => ObligationItem, isArray: true }) items: ObligationItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
