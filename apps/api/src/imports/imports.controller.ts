import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Reads, Writes } from '../http/documented.js';
import { uploadOf } from '../http/upload.js';
import { ReadImport, StartImport, TryImport } from './messages.js';
import { ImportRequest } from './requests.js';
import { DryRunResponse, ImportProgress, ImportStarted } from './responses.js';

@ApiTags('imports')
@ApiExtraModels(DryRunResponse)
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Writes('Take over employees, units and posts from a workbook or CSV (HR)', 202, ImportStarted)
  @ApiOkResponse({ description: 'With `dryRun=true`: what it would come to', schema: { $ref: getSchemaPath(DryRunResponse) } })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async run(
    @Query() { dryRun }: ImportRequest,
    @Req() request: FastifyRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DryRunResponse | ImportStarted> {
    const { file, sha256 } = await uploadOf(request);
    if (dryRun === 'true') {
      reply.status(200);
      return this.queries.execute(new TryImport(file, asked.caller));
    }
    reply.status(202);
    return this.commands.execute(new StartImport(file, { ...asked, content: [asked.content, sha256] }));
  }

  @Get(':id')
  @Reads('How far an import is', ImportProgress)
  progress(@Param('id') id: string, @By() caller: Caller): Promise<ImportProgress> {
    return this.queries.execute(new ReadImport(id, caller));
  }
}
