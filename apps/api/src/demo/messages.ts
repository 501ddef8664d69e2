import { Command, Query } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import type { Asked } from '../http/asked.js';
import type { ClockResponse } from './responses.js';

export class MoveClock extends Command<Written<ClockResponse>> {
  constructor(
    readonly to: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class ReadClock extends Query<ClockResponse> {}
