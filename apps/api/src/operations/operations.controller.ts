import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Lists, Writes } from '../http/documented.js';
import { ListRequest } from '../http/list-request.js';
import { ListProjections, ListTimers, ReadOutbox, RebuildProjection } from './messages.js';
import { MailList, ProjectionList, RebuildStarted } from './responses.js';
import { TimerList, TimersRequest } from './timers.js';

/** For whoever looks after the machine (admin). */
@ApiTags('operations')
@Controller()
export class OperationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('mail/outbox')
  @Lists('Mail that was written, where no mail server is configured', MailList)
  outbox(@Query() query: ListRequest, @By() caller: Caller): Promise<MailList> {
    return this.queries.execute(new ReadOutbox(query, caller));
  }

  @Get('operations/timers')
  @Lists('What falls due, or is over its time, and why', TimerList)
  timers(@Query() query: TimersRequest, @By() caller: Caller): Promise<TimerList> {
    return this.queries.execute(new ListTimers(query, caller));
  }

  @Get('projections')
  @Lists('The read models, and how far each is', ProjectionList)
  projections(@Query() _query: ListRequest, @By() caller: Caller): Promise<ProjectionList> {
    return this.queries.execute(new ListProjections(caller));
  }

  @Post('projections/:name/rebuild')
  @HttpCode(202)
  @Writes('Make a read model again from the events, beside the present one', 202, RebuildStarted)
  rebuild(@Param('name') name: string, @Wish() asked: Asked): Promise<RebuildStarted> {
    return this.commands.execute(new RebuildProjection(name, asked));
  }
}
