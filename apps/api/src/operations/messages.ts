import { Command, Query } from '@nestjs/cqrs';
import type { Asked, Caller } from '../http/asked.js';
import type { TimerList, TimersRequest } from './timers.js';
import type { MailList, ProjectionList, RebuildStarted } from './responses.js';

export class RebuildProjection extends Command<RebuildStarted> {
  constructor(
    readonly name: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class ListProjections extends Query<ProjectionList> {
  constructor(readonly caller: Caller) {
    super();
  }
}

export class ReadOutbox extends Query<MailList> {
  constructor(
    readonly asked: Readonly<{ limit: number; cursor?: string }>,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ListTimers extends Query<TimerList> {
  constructor(
    readonly asked: TimersRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}
