import { Transactor } from '@app/event-store';
import { BusinessClock, clockDecider } from '@app/scheduling';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import { CommandMetas } from '../http/command-meta.js';
import { MoveClock, ReadClock } from './messages.js';
import type { ClockResponse } from './responses.js';

/**
 * A day is meant as people mean it: when the offices open, 08:00 in Western Indonesia, so that what is told on the morning
 * of that day is told. The clock's own stream takes instants in UTC.
 */
const instantOf = (to: string): string => new Date(to.length === 10 ? `${to}T08:00:00+07:00` : to).toISOString();

@CommandHandler(MoveClock)
export class MoveClockHandler implements ICommandHandler<MoveClock> {
  constructor(
    private readonly transactor: Transactor,
    private readonly clock: BusinessClock,
    private readonly metas: CommandMetas,
  ) {}

  async execute({ to, asked }: MoveClock): Promise<Written<ClockResponse>> {
    const meta = this.metas.of(asked);
    const command = { type: 'MoveClock', data: { to: instantOf(to), real: new Date().toISOString() } } as const;
    const { state, position } = await this.transactor.transact(`${meta.tenant}.clock`, clockDecider, command, meta);
    this.clock.follow(state.offsetMs);
    return { body: { ...readingOf(this.clock), position: position ?? null }, position };
  }
}

@QueryHandler(ReadClock)
export class ReadClockHandler implements IQueryHandler<ReadClock> {
  constructor(private readonly clock: BusinessClock) {}

  async execute(): Promise<ClockResponse> {
    return { ...readingOf(this.clock), position: null };
  }
}

const readingOf = (clock: BusinessClock) => ({ now: clock.now(), today: clock.today(), offsetMs: clock.offsetMs, demo: true });
