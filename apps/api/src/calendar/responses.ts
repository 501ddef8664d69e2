import { ApiProperty } from '@nestjs/swagger';

export class CalendarResponse {
  @ApiProperty({ description: 'Recorded with every due date that was reckoned with it' }) version: string;
  @ApiProperty({ description: 'IANA zone of the days', example: 'Asia/Jakarta' }) zone: string;
  @ApiProperty({ type: [Number], description: 'ISO weekdays that are not worked' }) weekend: readonly number[];
  @ApiProperty({ type: [String], format: 'date', description: 'National holidays, joint leave, regional days' })
  holidays: readonly string[];
}
