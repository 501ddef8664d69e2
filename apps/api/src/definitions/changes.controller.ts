import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answer } from '../http/answer.js';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Reads, Writes } from '../http/documented.js';
import { BackTestDraft, MigrateCases, PreviewMigration } from './change-messages.js';
import { BackTestRequest, MigrationPreviewRequest, MigrationRequest } from './change-requests.js';
import { BackTestResponse, MigrationPreviewResponse, MigrationResponse } from './change-responses.js';
import { DefinitionId } from './definition-id.js';

/** Changing an approval while its cases run. */
@ApiTags('definitions')
@Controller('definitions')
export class DefinitionChangesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post(':id/back-test')
  @HttpCode(200)
  @Reads('Run a draft on closed cases: what would have differed; nothing is kept', BackTestResponse)
  backTest(
    @Param('id', DefinitionId) id: string,
    @Body() body: BackTestRequest,
    @By() caller: Caller,
  ): Promise<BackTestResponse> {
    return this.queries.execute(new BackTestDraft(id, body, caller));
  }

  @Post(':id/migration-preview')
  @HttpCode(200)
  @Reads('What would become of running cases under another version, case by case', MigrationPreviewResponse)
  preview(
    @Param('id', DefinitionId) id: string,
    @Body() body: MigrationPreviewRequest,
    @Wish() asked: Asked,
  ): Promise<MigrationPreviewResponse> {
    return this.queries.execute(new PreviewMigration(id, body, asked));
  }

  @Post(':id/migration')
  @HttpCode(200)
  @Writes(
    'Let running cases go on under another version: all of them or none (head of HR, administrators)',
    200,
    MigrationResponse,
  )
  async migrate(
    @Param('id', DefinitionId) id: string,
    @Body() body: MigrationRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MigrationResponse> {
    return answer(reply, await this.commands.execute(new MigrateCases(id, body, asked)));
  }
}
