import { ApiProperty } from '@nestjs/swagger';

export class ClockResponse {
  @ApiProperty({ format: 'date-time' }) now: string;
  @ApiProperty({ format: 'date' }) today: string;
  @ApiProperty({ description: 'Milliseconds ahead of real time' }) offsetMs: number;
  @ApiProperty() demo: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Of the move, for `?after=`' }) position: string | null;
}
