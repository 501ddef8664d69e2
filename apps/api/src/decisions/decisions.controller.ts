import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answer } from '../http/answer.js';
import { By, type Asked, type Caller, Wish } from '../http/asked.js';
import { Writes } from '../http/documented.js';
import { DecideMany, PreviewDecisions } from './messages.js';
import { DecisionPreviewRequest, DecisionsRequest } from './requests.js';
import { DecisionPreview, DecisionsResponse } from './responses.js';

/** Many cases decided in one go. */
@ApiTags('cases')
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Writes('What of up to 500 cases can be decided, and why the rest can’t. Changes nothing', 200, DecisionPreview)
  preview(@Body() body: DecisionPreviewRequest, @By() caller: Caller): Promise<DecisionPreview> {
    return this.queries.execute(new PreviewDecisions(body, caller));
  }

  @Post()
  @HttpCode(200)
  @Writes('Decide up to 500 cases, each by itself: a result for each', 200, DecisionsResponse)
  async decide(
    @Body() { password: _, ...body }: DecisionsRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecisionsResponse> {
    return answer(reply, await this.commands.execute(new DecideMany(body, asked)));
  }
}
