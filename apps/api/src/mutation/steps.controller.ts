import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answer } from '../http/answer.js';
import { Wish, type Asked } from '../http/asked.js';
import { Conditional, Terse, Writes } from '../http/documented.js';
import { Id } from '../http/id.js';
import { ExecuteProposal, type ProposalWish } from './messages.js';
import { CommentRequest, DecisionRequest, DecreeRequest, ReasonRequest, SubmitRequest } from './requests.js';
import { ProposalResponse, ProposalSummary } from './responses.js';

/** The steps of a proposal, each on its own address. */
@ApiTags('proposals')
@Terse(ProposalSummary)
@Controller('proposals/:id')
export class StepsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('submission')
  @HttpCode(200)
  @Writes('Submit it, or submit it again after a return', 200, ProposalResponse)
  submit(
    @Param('id', Id) id: string,
    @Body() _: SubmitRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.step(id, { type: 'Submit', data: {} }, asked, reply);
  }

  @Post('decisions')
  @HttpCode(200)
  @Writes('Approve, reject or return it at a stage', 200, ProposalResponse)
  @Conditional()
  decide(
    @Param('id', Id) id: string,
    @Body() { password: _, ...data }: DecisionRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.step(id, { type: 'Decide', data }, asked, reply);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Writes('Withdraw it', 200, ProposalResponse)
  withdraw(
    @Param('id', Id) id: string,
    @Body() body: ReasonRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.step(id, { type: 'Withdraw', data: body }, asked, reply);
  }

  @Post('comments')
  @HttpCode(200)
  @Writes('Remark on it', 200, ProposalResponse)
  comment(
    @Param('id', Id) id: string,
    @Body() body: CommentRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.step(id, { type: 'Comment', data: body }, asked, reply);
  }

  @Post('decree')
  @HttpCode(200)
  @Writes('Number its decree, and fix the date and the effective date (TMT)', 200, ProposalResponse)
  decree(
    @Param('id', Id) id: string,
    @Body() body: DecreeRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.step(id, { type: 'NumberDecree', data: body }, asked, reply);
  }

  @Post('rescission')
  @HttpCode(200)
  @Writes('Rescind an approval before its effective date', 200, ProposalResponse)
  rescind(
    @Param('id', Id) id: string,
    @Body() body: ReasonRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.step(id, { type: 'Rescind', data: body }, asked, reply);
  }

  private async step(
    id: string,
    wish: ProposalWish,
    asked: Asked,
    reply: FastifyReply,
  ): Promise<ProposalResponse | ProposalSummary> {
    return answer(reply, await this.commands.execute(new ExecuteProposal(id, wish, asked)));
  }
}
