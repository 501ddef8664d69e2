import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answer } from '../http/answer.js';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Awaits, Reads, Writes } from '../http/documented.js';
import { ReadRequest } from '../http/list-request.js';
import { DefinitionId } from './definition-id.js';
import {
  CheckDraft,
  CompareDefinitions,
  DrawDefinition,
  ExecuteDefinition,
  ListDefinitions,
  ReadDefinition,
  SimulateDefinition,
} from './messages.js';
import {
  DifferencesRequest,
  DraftQuery,
  DraftRequest,
  DrawingRequest,
  PublicationRequest,
  RetirementRequest,
  ReviewRequest,
  SimulationRequest,
  VersionRequest,
} from './requests.js';
import {
  DefinitionList,
  DefinitionResponse,
  DefinitionWritten,
  DifferencesResponse,
  DraftCheck,
  SimulationResponse,
} from './responses.js';

/** What approvals there are, as data: read by everybody, drafted by one and put in force by another. */
@ApiTags('definitions')
@Controller('definitions')
export class DefinitionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Reads('Every definition of an approval', DefinitionList)
  list(@Query() _query: ReadRequest, @By() caller: Caller): Promise<DefinitionList> {
    return this.queries.execute(new ListDefinitions(caller));
  }

  @Get(':id')
  @Reads('One version of a definition, the schema of its dossier, and what became of its versions', DefinitionResponse)
  read(
    @Param('id', DefinitionId) id: string,
    @Query() { version }: VersionRequest,
    @By() caller: Caller,
  ): Promise<DefinitionResponse> {
    return this.queries.execute(new ReadDefinition(id, version, caller));
  }

  @Get(':id/bpmn')
  @Awaits()
  @ApiOperation({ summary: 'A version as BPMN 2.0, laid out; names in the language that is asked for' })
  @ApiProduces('application/xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('Content-Type', 'application/xml; charset=utf-8')
  draw(
    @Param('id', DefinitionId) id: string,
    @Query() { version, reminders }: DrawingRequest,
    @By() caller: Caller,
  ): Promise<string> {
    return this.queries.execute(new DrawDefinition(id, version, reminders !== 'false', caller));
  }

  @Get(':id/differences')
  @Reads('What one version says otherwise than another', DifferencesResponse)
  compare(
    @Param('id', DefinitionId) id: string,
    @Query() { from, to }: DifferencesRequest,
    @By() caller: Caller,
  ): Promise<DifferencesResponse> {
    return this.queries.execute(new CompareDefinitions(id, from, to, caller));
  }

  @Post(':id/simulation')
  @HttpCode(200)
  @Reads('Run a case of a version with a cast of its own; nothing is kept', SimulationResponse)
  simulate(
    @Param('id', DefinitionId) id: string,
    @Body() body: SimulationRequest,
    @By() caller: Caller,
  ): Promise<SimulationResponse> {
    return this.queries.execute(new SimulateDefinition(id, body, caller));
  }

  @Post(':id/drafts')
  @Writes('Draft the next version (HR, administrators)', 201, DefinitionWritten)
  @ApiOkResponse({ description: 'With `dryRun=true`: everything that is wrong with it', type: DraftCheck })
  async draft(
    @Param('id', DefinitionId) id: string,
    @Query() { dryRun }: DraftQuery,
    @Body() { document }: DraftRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DefinitionWritten | DraftCheck> {
    if (dryRun === 'true') {
      reply.status(200);
      return this.queries.execute(new CheckDraft(id, document, asked.caller));
    }
    reply.status(201);
    return answer(reply, await this.commands.execute(new ExecuteDefinition(id, { type: 'Draft', data: { document } }, asked)));
  }

  @Post(':id/review')
  @HttpCode(200)
  @Writes('Accept or decline a draft that somebody else wrote (head of HR, administrators)', 200, DefinitionWritten)
  async review(
    @Param('id', DefinitionId) id: string,
    @Body() body: ReviewRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DefinitionWritten> {
    return answer(reply, await this.commands.execute(new ExecuteDefinition(id, { type: 'Review', data: body }, asked)));
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Writes('Put an accepted draft in force from now on (head of HR, administrators; not its authors)', 200, DefinitionWritten)
  async publish(
    @Param('id', DefinitionId) id: string,
    @Body() body: PublicationRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DefinitionWritten> {
    return answer(reply, await this.commands.execute(new ExecuteDefinition(id, { type: 'Publish', data: body }, asked)));
  }

  @Post(':id/retirement')
  @HttpCode(200)
  @Writes('Start no new case on a version (head of HR, administrators)', 200, DefinitionWritten)
  async retire(
    @Param('id', DefinitionId) id: string,
    @Body() body: RetirementRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DefinitionWritten> {
    return answer(reply, await this.commands.execute(new ExecuteDefinition(id, { type: 'Retire', data: body }, asked)));
  }
}
