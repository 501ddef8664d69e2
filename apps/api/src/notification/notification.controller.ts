import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answer } from '../http/answer.js';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Lists, Writes } from '../http/documented.js';
import { Id } from '../http/id.js';
import { PositionResponse } from '../staffing/responses.js';
import { ListNotices, ReadNotices } from './messages.js';
import { NoticesRequest } from './requests.js';
import { NoticeList } from './responses.js';

@ApiTags('notices')
@Controller('notifications')
export class NotificationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Lists('Your notices, newest first', NoticeList)
  list(@Query() query: NoticesRequest, @By() caller: Caller): Promise<NoticeList> {
    return this.queries.execute(new ListNotices(query, caller));
  }

  @Post('read-all')
  @HttpCode(200)
  @Writes('Mark all as read', 200, PositionResponse)
  async readAll(@Wish() asked: Asked, @Res({ passthrough: true }) reply: FastifyReply): Promise<PositionResponse> {
    return answer(reply, await this.commands.execute(new ReadNotices('all', asked)));
  }

  @Post(':id/read')
  @HttpCode(200)
  @Writes('Mark one as read', 200, PositionResponse)
  async read(
    @Param('id', Id) id: string,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PositionResponse> {
    return answer(reply, await this.commands.execute(new ReadNotices(id, asked)));
  }
}
