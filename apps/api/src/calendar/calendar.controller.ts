import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../http/documented.js';
import { ReadCalendar } from './messages.js';
import { CalendarResponse } from './responses.js';

@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Reads('The working days that deadlines are reckoned with', CalendarResponse)
  read(): Promise<CalendarResponse> {
    return this.queries.execute(new ReadCalendar());
  }
}
