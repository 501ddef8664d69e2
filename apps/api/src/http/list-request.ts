import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** What every read takes. */
export class ReadRequest {
  @ApiPropertyOptional({
    description: 'A position answered by a write: waits until the read models reached it, at most 5 s (then 504)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  after?: string;
}

/** What every list takes. */
export class ListRequest extends ReadRequest {
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before. Opaque.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  cursor?: string;

  @ApiPropertyOptional({
    enum: ['json', 'xlsx'],
    description: 'The whole list as a workbook; the same as asking for its type in `Accept`',
  })
  @IsOptional()
  @IsIn(['json', 'xlsx'])
  format?: 'json' | 'xlsx';
}
