import { CaseFacts } from '@app/domain/mutation';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ReadCalendar } from './messages.js';
import type { CalendarResponse } from './responses.js';

@QueryHandler(ReadCalendar)
export class ReadCalendarHandler implements IQueryHandler<ReadCalendar> {
  constructor(private readonly facts: CaseFacts) {}

  async execute(): Promise<CalendarResponse> {
    const { version, zone, weekend, holidays } = await this.facts.calendar();
    return { version, zone, weekend, holidays };
  }
}
