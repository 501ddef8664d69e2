import { ApiProperty } from '@nestjs/swagger';

export class Mail {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true, description: 'null where no address is known' }) to: string | null;
  @ApiProperty() subject: string;
  @ApiProperty() text: string;
  @ApiProperty() messageId: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ enum: ['waiting', 'sent', 'kept'], description: '`kept`: no address, or no mail server' }) status:
    'waiting' | 'sent' | 'kept';
  @ApiProperty() attempts: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt: string | null;
  @ApiProperty({ type: String, nullable: true }) error: string | null;
}

export class MailList {
  @ApiProperty({ type: () => Mail, isArray: true }) items: Mail[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ProjectionStatus {
  @ApiProperty() name: string;
  @ApiProperty() generation: number;
  @ApiProperty({ type: String, nullable: true }) position: string | null;
  @ApiProperty({ enum: ['live', 'rebuilding', 'stopped'] }) status: 'live' | 'rebuilding' | 'stopped';
  @ApiProperty({ type: Number, nullable: true, description: 'Events behind the log; null where positions do not count' }) lag:
    number | null;
  @ApiProperty({ description: 'Seconds since the oldest event that it has not read' }) age: number;
  @ApiProperty({ type: String, nullable: true, description: 'Which connection does the work: its host and number' }) owner:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it stopped' }) error: string | null;
}

export class ProjectionList {
  @ApiProperty({ type: () => ProjectionStatus, isArray: true }) items: ProjectionStatus[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class RebuildStarted {
  @ApiProperty() name: string;
  @ApiProperty() generation: number;
}
