import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answer } from '../http/answer.js';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Lists, Writes } from '../http/documented.js';
import { Id } from '../http/id.js';
import { CloseReviewsOfCase, ExecuteReview, ListReviews } from './messages.js';
import { NoteRequest, OutcomeRequest, ReviewsRequest } from './requests.js';
import { ReviewedResponse, ReviewList } from './responses.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('reviews')
  @Lists('One review for each decision', ReviewList)
  list(@Query() query: ReviewsRequest, @By() caller: Caller): Promise<ReviewList> {
    return this.queries.execute(new ListReviews(query, caller));
  }

  @Post('reviews/:id/outcome')
  @HttpCode(200)
  @Writes('Close a review clean, or with a finding', 200, ReviewedResponse)
  async close(
    @Param('id', Id) id: string,
    @Body() body: OutcomeRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(reply, await this.commands.execute(new ExecuteReview(id, { type: 'Close', data: body }, asked)));
  }

  @Post('reviews/:id/follow-up')
  @HttpCode(200)
  @Writes('Say what was done about a finding', 200, ReviewedResponse)
  async followUp(
    @Param('id', Id) id: string,
    @Body() body: NoteRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(reply, await this.commands.execute(new ExecuteReview(id, { type: 'FollowUp', data: body }, asked)));
  }

  @Post('reviews/:id/closing')
  @HttpCode(200)
  @Writes('Close a finding that was followed up', 200, ReviewedResponse)
  async closeFinding(
    @Param('id', Id) id: string,
    @Body() body: NoteRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(reply, await this.commands.execute(new ExecuteReview(id, { type: 'CloseFinding', data: body }, asked)));
  }

  @Post('cases/:id/outcome')
  @HttpCode(200)
  @Writes('Close all open reviews of a proposal in one go', 200, ReviewedResponse)
  async closeCase(
    @Param('id', Id) id: string,
    @Body() body: OutcomeRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(reply, await this.commands.execute(new CloseReviewsOfCase(id, body, asked)));
  }
}
