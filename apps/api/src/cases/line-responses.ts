import { ApiProperty } from '@nestjs/swagger';
import { Named } from '../http/places.js';

export class LineSubject extends Named {
  @ApiProperty({ example: '19800101******2001', description: 'Masked unless a role needs it or it is oneself' }) nip: string;
  @ApiProperty({ type: String, nullable: true }) grade: string | null;
}

/** What somebody said of a line as he decided on it. */
export class LineWord {
  @ApiProperty({ type: () => Named }) by: Named;
  @ApiProperty({ type: String, nullable: true, description: 'null once it was forgotten' }) reason: string | null;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export const lineStates = ['draft', 'open', 'approved', 'closed', 'fallen'] as const;

/** One line of a batch: whom it is about, and whether it still goes on. */
export class CaseLine {
  @ApiProperty({ example: '12' }) key: string;
  @ApiProperty({ type: () => LineSubject }) subject: LineSubject;
  @ApiProperty({ enum: lineStates, description: '`fallen`: it went out of the batch; `closed`: the batch ended otherwise' })
  state: (typeof lineStates)[number];
  @ApiProperty({ description: 'It concerns the caller or his kin, so that he leaves it out of his decision' }) own: boolean;
  @ApiProperty({
    enum: ['rejected', 'left-out', 'withdrawn'],
    type: String,
    nullable: true,
    description: 'Why it fell: `withdrawn` by its proposer',
  })
  because: 'rejected' | 'left-out' | 'withdrawn' | null;
  @ApiProperty({ type: String, nullable: true, description: 'The stage at which it fell' }) stage: string | null;
  @ApiProperty({ type: Number, nullable: true }) round: number | null;
  @ApiProperty({ type: () => LineWord, isArray: true, description: 'Who decided so, and why' }) said: LineWord[];
}

export class CaseLineList {
  @ApiProperty({ type: () => CaseLine, isArray: true }) items: CaseLine[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** A line as an entry of the history, or a review, speaks of it. */
export class LineNote {
  @ApiProperty() key: string;
  @ApiProperty({ type: () => Named }) subject: Named;
  @ApiProperty({ example: 'reject', description: '`reject`, `leave`; of what fell out: `rejected`, `left-out`' }) verdict: string;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}
