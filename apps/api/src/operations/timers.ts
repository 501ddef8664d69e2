import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type DueInstantRow, type DueInstantsTables, DueInstantsTable } from '@app/domain/policies';
import { BusinessClock } from '@app/scheduling';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { IsBooleanString, IsOptional } from 'class-validator';
import { ListRequest } from '../http/list-request.js';
import { LocalText } from '../http/places.js';
import { ReadDatabase } from '../http/read-database.js';
import { Standings } from '../http/standing.js';
import { Wording } from '../http/wording.js';
import { ListTimers } from './messages.js';

export class TimersRequest extends ListRequest {
  @ApiPropertyOptional({ description: '`true`: only what is over its time', default: 'true' })
  @IsOptional()
  @IsBooleanString()
  overdue?: string;
}

const reasons = ['due-now', 'clock-moved', 'missed-while-down', 'not-carried-out'] as const;

export class TimerItem {
  @ApiProperty({ description: 'What waits' }) id: string;
  @ApiProperty({ enum: ['stage', 'effect', 'obligation', 'review'] }) kind: string;
  @ApiProperty({ description: 'The case, the obligation or the review' }) of: string;
  @ApiProperty({ type: String, nullable: true }) stage: string | null;
  @ApiProperty({ type: Number, nullable: true }) round: number | null;
  @ApiProperty({ type: String, isArray: true, description: 'What is to be done of it: `deadline`, a reminder, `take-effect`' })
  codes: string[];
  @ApiProperty({ format: 'date-time' }) dueAt: string;
  @ApiProperty({ description: 'Seconds of business time over; negative for what is still to come' }) lateSeconds: number;
  @ApiProperty({ enum: reasons, type: String, nullable: true }) why: (typeof reasons)[number] | null;
  @ApiProperty({ type: () => LocalText, nullable: true }) explanation: LocalText | null;
}

export class TimerList {
  @ApiProperty({ type: () => TimerItem, isArray: true }) items: TimerItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

const MINUTE = 60_000;
/** When this process began, in real milliseconds: what fell due before it was nobody's to carry out here. */
const began = performance.timeOrigin;

/** What falls due, and for what is over its time why, as far as that can be told from here. */
@QueryHandler(ListTimers)
export class ListTimersHandler implements IQueryHandler<ListTimers> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
    private readonly clock: BusinessClock,
    private readonly wording: Wording,
  ) {}

  async execute({ asked: { limit, overdue }, caller }: ListTimers): Promise<TimerList> {
    (await this.standings.of(caller.person)).require('ADMIN');
    const instants = new DueInstantsTable(this.database.db.withTables<DueInstantsTables>());
    const now = this.clock.now();
    const rows = await instants.soonest(overdue === 'false' ? undefined : now, limit);
    return { items: rows.map((row) => this.itemOf(row, now)), nextCursor: null };
  }

  private itemOf(row: DueInstantRow & Readonly<{ key: string }>, now: string): TimerItem {
    const { key, kind, id, stage, round, pending } = row;
    const dueAt = new Date(row.next_at).toISOString();
    const late = Date.parse(now) - Date.parse(dueAt);
    const why = late > 0 ? this.whyOf(dueAt, late) : null;
    return {
      ...{ id: key, kind, of: id, stage, round, dueAt, why },
      codes: pending.filter(({ at }) => at <= now || late <= 0).map(({ code }) => code),
      lateSeconds: Math.round(late / 1_000),
      explanation: why && this.wording.both(`operations.timer.${why}`),
    };
  }

  private whyOf(dueAt: string, late: number): (typeof reasons)[number] {
    const due = this.clock.realTimeOf(dueAt);
    if (late < MINUTE) return 'due-now';
    if (due < this.clock.movedAt) return 'clock-moved';
    return due < began ? 'missed-while-down' : 'not-carried-out';
  }
}
