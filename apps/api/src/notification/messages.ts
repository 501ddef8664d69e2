import { Command, Query } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import type { Asked, Caller } from '../http/asked.js';
import type { PositionResponse } from '../staffing/responses.js';
import type { NoticesRequest } from './requests.js';
import type { NoticeList } from './responses.js';

/** `all` of one's own, or the one of this id. */
export class ReadNotices extends Command<Written<PositionResponse>> {
  constructor(
    readonly which: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class ListNotices extends Query<NoticeList> {
  constructor(
    readonly asked: NoticesRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}
