import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { By, type Caller } from '../http/asked.js';
import { LiveFeed } from './live-feed.js';

@ApiTags('live')
@Controller('events')
export class LiveController {
  constructor(private readonly feed: LiveFeed) {}

  @Get()
  @ApiOperation({ summary: 'What changed, as server-sent events `{topic, position}`: a hint to read again, never the content' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  follow(@Res() reply: FastifyReply, @Headers('last-event-id') after: string | undefined, @By() caller: Caller): void {
    this.feed.follow(reply, after, caller);
  }
}
