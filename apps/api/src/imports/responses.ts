import { ApiProperty } from '@nestjs/swagger';

export class BadRow {
  @ApiProperty() sheet: string;
  @ApiProperty({ description: 'As a spreadsheet counts: the header is row 1' }) row: number;
  @ApiProperty() column: string;
  @ApiProperty({ type: String, nullable: true }) value: string | null;
  @ApiProperty({ description: 'In the language of the caller' }) why: string;
}

export class ImportReport {
  @ApiProperty() rows: number;
  @ApiProperty() units: number;
  @ApiProperty() posts: number;
  @ApiProperty() people: number;
  @ApiProperty({ type: () => BadRow, isArray: true }) bad: BadRow[];
}

export class DryRunResponse {
  @ApiProperty({ type: () => ImportReport }) report: ImportReport;
}

export class ImportStarted {
  @ApiProperty() id: string;
}

export class ImportProgress {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['running', 'done', 'failed'], description: '`failed` with bad rows in the report: nothing was imported' })
  status: 'running' | 'done' | 'failed';
  @ApiProperty() done: number;
  @ApiProperty() total: number;
  @ApiProperty({ type: () => ImportReport, nullable: true }) report: ImportReport | null;
}
