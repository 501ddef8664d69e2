import { Query } from '@nestjs/cqrs';
import type { CalendarResponse } from './responses.js';

export class ReadCalendar extends Query<CalendarResponse> {}
