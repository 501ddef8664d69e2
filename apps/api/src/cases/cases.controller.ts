import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiPayloadTooLargeResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer } from '../http/answer.js';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Awaits, Conditional, Lists, Reads, Writes } from '../http/documented.js';
import { Id } from '../http/id.js';
import { ListRequest, ReadRequest } from '../http/list-request.js';
import { Problem } from '../http/problem-response.js';
import { download, uploadOf } from '../http/upload.js';
import { ReadTimeline } from '../mutation/messages.js';
import { TimelineRequest } from '../mutation/requests.js';
import { TimelineList } from '../mutation/timeline-responses.js';
import { AttachToCase, DraftCase, ExecuteCase, ListCases, ListLines, ReadAttachment, ReadCase } from './messages.js';
import { LineVerdictRequest } from './line-requests.js';
import { CaseLineList } from './line-responses.js';
import { AmendCaseRequest, CasesRequest, NewCaseRequest } from './requests.js';
import { CaseAttachedResponse, CaseList, CaseResponse, type CaseSummary } from './responses.js';

/** Any approval whose dossier is data. A proposal is such a case, and is found here as well. */
@ApiTags('cases')
@ApiExtraModels(LineVerdictRequest)
@Controller('cases')
export class CasesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Writes('Begin a case of a definition', 201, CaseResponse)
  async draft(
    @Body() body: NewCaseRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseResponse> {
    return answer(reply, await this.commands.execute(new DraftCase(body, asked)));
  }

  @Get()
  @Lists('Cases of every kind, newest first', CaseList)
  list(@Query() query: CasesRequest, @By() caller: Caller): Promise<CaseList> {
    return this.queries.execute(new ListCases(query, caller));
  }

  @Get(':id')
  @Reads('A case: where it stands, who may act, what you may do', CaseResponse)
  async read(
    @Param('id', Id) id: string,
    @Query() _query: ReadRequest,
    @By() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseResponse> {
    return answer(reply, await this.queries.execute(new ReadCase(id, caller)));
  }

  @Patch(':id')
  @Writes('Give it another dossier, as a draft or when it was returned', 200, CaseResponse)
  @Conditional()
  async amend(
    @Param('id', Id) id: string,
    @Body() body: AmendCaseRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseResponse | CaseSummary> {
    return answer(reply, await this.commands.execute(new ExecuteCase(id, { type: 'Amend', data: body }, asked)));
  }

  @Get(':id/lines')
  @Lists('The lines of a batch: whom each is about, whether it goes on, who decided so and why', CaseLineList)
  lines(@Param('id', Id) id: string, @Query() query: ListRequest, @By() caller: Caller): Promise<CaseLineList> {
    return this.queries.execute(new ListLines(id, query, caller));
  }

  @Get(':id/timeline')
  @Lists('Everything that happened to it: who, in which office, when, why, resting on what', TimelineList)
  timeline(@Param('id', Id) id: string, @Query() query: TimelineRequest, @By() caller: Caller): Promise<TimelineList> {
    return this.queries.execute(new ReadTimeline(id, query, caller));
  }
}

/** Files of a case, whatever kind it is. */
@ApiTags('cases')
@Controller(['cases/:id/attachments', 'proposals/:id/attachments'])
export class AttachmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Writes('Attach a file', 201, CaseAttachedResponse)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiPayloadTooLargeResponse({ type: Problem, description: 'Over 10 MB' })
  async attach(
    @Param('id', Id) id: string,
    @Req() request: FastifyRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseAttachedResponse> {
    const { fields, file, sha256 } = await uploadOf(request);
    const content = [asked.content, fields, sha256];
    return answer(reply, await this.commands.execute(new AttachToCase(id, file, { ...asked, content })));
  }

  @Get(':attachmentId')
  @Awaits()
  @ApiProduces('application/pdf', 'image/png', 'image/jpeg')
  async read(
    @Param('id', Id) id: string,
    @Param('attachmentId', Id) attachmentId: string,
    @By() caller: Caller,
  ): Promise<StreamableFile> {
    return download(await this.queries.execute(new ReadAttachment(id, attachmentId, caller)));
  }
}
