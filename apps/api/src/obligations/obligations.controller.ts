import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answer } from '../http/answer.js';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Lists, Writes } from '../http/documented.js';
import { Id } from '../http/id.js';
import { PositionResponse } from '../staffing/responses.js';
import { CompleteObligation, ListObligations } from './messages.js';
import { CompletionRequest, ObligationsRequest } from './requests.js';
import { ObligationList } from './responses.js';

@ApiTags('obligations')
@Controller('obligations')
export class ObligationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Lists('Evaluations and trainings that are owed', ObligationList)
  list(@Query() query: ObligationsRequest, @By() caller: Caller): Promise<ObligationList> {
    return this.queries.execute(new ListObligations(query, caller));
  }

  @Post(':id/completion')
  @HttpCode(200)
  @Writes('Say that it was done, and what came of it', 200, PositionResponse)
  async complete(
    @Param('id', Id) id: string,
    @Body() body: CompletionRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(reply, await this.commands.execute(new CompleteObligation(id, body, asked)));
  }
}
