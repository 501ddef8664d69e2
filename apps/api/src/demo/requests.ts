import { ApiProperty } from '@nestjs/swagger';
import { IsDayOrInstant } from '../http/day.js';

export class MoveClockRequest {
  @ApiProperty({ description: 'A day (08:00 of it in Asia/Jakarta) or an instant. Forward only.', example: '2026-12-01' })
  @IsDayOrInstant()
  to: string;
}
