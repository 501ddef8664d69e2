import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answer } from '../http/answer.js';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Conditional, Lists, Reads, Writes } from '../http/documented.js';
import { Id } from '../http/id.js';
import { ReadRequest } from '../http/list-request.js';
import {
  DraftProposal,
  ExecuteProposal,
  ListProposals,
  ReadEligibility,
  ReadInbox,
  ReadProposal,
  ReadTimeline,
} from './messages.js';
import { EligibilityResponse } from './eligibility-responses.js';
import { AmendProposalRequest, DraftProposalRequest, InboxRequest, ProposalsRequest, TimelineRequest } from './requests.js';
import { InboxList, ProposalList, ProposalResponse, type ProposalSummary } from './responses.js';
import { TimelineList } from './timeline-responses.js';

@ApiTags('proposals')
@Controller()
export class ProposalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('proposals')
  @Writes('Draft a proposal', 201, ProposalResponse)
  async draft(
    @Body() body: DraftProposalRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalResponse> {
    return answer(reply, await this.commands.execute(new DraftProposal(body, asked)));
  }

  @Patch('proposals/:id')
  @Writes('Amend a draft, or what was returned', 200, ProposalResponse)
  @Conditional()
  async amend(
    @Param('id', Id) id: string,
    @Body() body: AmendProposalRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalResponse | ProposalSummary> {
    return answer(reply, await this.commands.execute(new ExecuteProposal(id, { type: 'Amend', data: body }, asked)));
  }

  @Get('proposals')
  @Lists('Proposals, newest first', ProposalList)
  list(@Query() query: ProposalsRequest, @By() caller: Caller): Promise<ProposalList> {
    return this.queries.execute(new ListProposals(query, caller));
  }

  @Get('inbox')
  @Lists('What waits for you, was returned to you, is yours, or you have done', InboxList)
  inbox(@Query() query: InboxRequest, @By() caller: Caller): Promise<InboxList> {
    return this.queries.execute(new ReadInbox(query, caller));
  }

  @Get('proposals/:id')
  @Reads('A proposal: where it stands, who may act, what you may do', ProposalResponse)
  async read(
    @Param('id', Id) id: string,
    @Query() _query: ReadRequest,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalResponse> {
    return answer(reply, await this.queries.execute(new ReadProposal(id, caller)));
  }

  @Get('proposals/:id/timeline')
  @Lists('Everything that happened to it: who, in which office, when, why, resting on what', TimelineList)
  timeline(@Param('id', Id) id: string, @Query() query: TimelineRequest, @By() caller: Caller): Promise<TimelineList> {
    return this.queries.execute(new ReadTimeline(id, query, caller));
  }

  @Get('proposals/:id/eligibility')
  @Reads('What the rules say of it now', EligibilityResponse)
  eligibility(@Param('id', Id) id: string, @Query() _query: ReadRequest, @By() caller: Caller): Promise<EligibilityResponse> {
    return this.queries.execute(new ReadEligibility(id, caller));
  }
}
