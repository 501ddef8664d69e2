import { ApiProperty } from '@nestjs/swagger';

export class NoticeItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() code: string;
  @ApiProperty({ description: 'In the language of the caller' }) text: string;
  @ApiProperty({ example: '/proposals/0190…' }) link: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt: string | null;
}

export class NoticeList {
  @ApiProperty({ type: () => NoticeItem, isArray: true }) items: NoticeItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty() unread: number;
}
