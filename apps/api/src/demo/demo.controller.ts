import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@app/platform';
import type { FastifyReply } from 'fastify';
import { answer } from '../http/answer.js';
import { Wish, type Asked } from '../http/asked.js';
import { Reads, Writes } from '../http/documented.js';
import { MoveClock, ReadClock } from './messages.js';
import { MoveClockRequest } from './requests.js';
import { ClockResponse } from './responses.js';

/** In the demo alone: elsewhere it is not there (`controllersOf`). What time it is anybody may ask. */
@ApiTags('demo')
@Controller('demo/clock')
export class DemoController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Public()
  @Reads('What time it is for the business', ClockResponse)
  read(): Promise<ClockResponse> {
    return this.queries.execute(new ReadClock());
  }

  @Post()
  @HttpCode(200)
  @Writes('Move the clock forward; what falls due in between fires', 200, ClockResponse)
  async move(
    @Body() { to }: MoveClockRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClockResponse> {
    return answer(reply, await this.commands.execute(new MoveClock(to, asked)));
  }
}
