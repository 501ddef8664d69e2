import { LiveFeed } from '@app/platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

@ApiTags('live')
@Controller('events')
export class LiveController {
  constructor(private readonly feed: LiveFeed) {}

  @Get()
  @ApiOperation({ summary: 'What changed, as server-sent events `{topic, position}`: a hint to read again, never the content' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  follow(@Res() reply: FastifyReply, @Headers('last-event-id') lastEventId: string | undefined): void {
    // No proxy may keep it back, and nothing compresses it: each message goes out as it comes.
    void reply
      .headers({ 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' })
      .send(this.feed.open(lastEventId));
  }
}
