import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiConsumes,
  ApiPayloadTooLargeResponse,
  ApiProduces,
  ApiTags,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer } from '../http/answer.js';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Awaits, Writes } from '../http/documented.js';
import { Id } from '../http/id.js';
import { Problem } from '../http/problem-response.js';
import { download, uploadOf } from '../http/upload.js';
import { validated } from '../http/validation.js';
import { AttachDocument, ExecuteProposal, ReadDocument } from './messages.js';
import { AttachedResponse } from './document-responses.js';
import { AttachDocumentRequest, JudgeDocumentRequest } from './requests.js';
import { ProposalResponse, type ProposalSummary } from './responses.js';

@ApiTags('documents')
@Controller('proposals/:id')
export class DocumentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('documents')
  @Writes('Attach a document of the checklist', 201, AttachedResponse)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['type', 'file'],
      properties: {
        type: { type: 'string', example: 'SKP' },
        issuedOn: { type: 'string', format: 'date' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiPayloadTooLargeResponse({ type: Problem, description: 'Over 10 MB' })
  @ApiUnsupportedMediaTypeResponse({ type: Problem })
  async attach(
    @Param('id', Id) id: string,
    @Req() request: FastifyRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttachedResponse> {
    const { fields, file, sha256 } = await uploadOf(request);
    const { type, issuedOn } = await validated(AttachDocumentRequest, fields);
    const content = [asked.content, fields, sha256];
    return answer(reply, await this.commands.execute(new AttachDocument(id, { type, issuedOn, file }, { ...asked, content })));
  }

  @Get('documents/:documentId')
  @Awaits()
  @ApiProduces('application/pdf', 'image/png', 'image/jpeg')
  async read(
    @Param('id', Id) id: string,
    @Param('documentId', Id) documentId: string,
    @By() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return download(await this.queries.execute(new ReadDocument(id, documentId, caller, request.id)));
  }

  @Delete('documents/:documentId')
  @HttpCode(200)
  @Writes('Take a document out again, while draft or returned', 200, ProposalResponse)
  async remove(
    @Param('id', Id) id: string,
    @Param('documentId', Id) documentId: string,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalResponse | ProposalSummary> {
    return answer(
      reply,
      await this.commands.execute(new ExecuteProposal(id, { type: 'RemoveDocument', data: { documentId } }, asked)),
    );
  }

  @Post('documents/:documentId/verdict')
  @HttpCode(200)
  @Writes('Say whether a document will do', 200, ProposalResponse)
  async judge(
    @Param('id', Id) id: string,
    @Param('documentId', Id) documentId: string,
    @Body() body: JudgeDocumentRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalResponse | ProposalSummary> {
    return answer(
      reply,
      await this.commands.execute(new ExecuteProposal(id, { type: 'JudgeDocument', data: { ...body, documentId } }, asked)),
    );
  }

  @Get('decree.pdf')
  @Awaits()
  @ApiProduces('application/pdf')
  async decree(@Param('id', Id) id: string, @By() caller: Caller, @Req() request: FastifyRequest): Promise<StreamableFile> {
    return download(await this.queries.execute(new ReadDocument(id, 'decree', caller, request.id)));
  }
}
