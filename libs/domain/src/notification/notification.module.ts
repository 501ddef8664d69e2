import { Module } from '@nestjs/common';
import { Command, CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandMeta, Outcome } from '@app/event-store';
import type { NoticeEvent } from './events.js';
import type { NoticeCommand, NoticeState } from './notice.js';
import { Notices } from './notices.js';

/** The envelope. What is being asked for is in `body`, as data. */
export class ExecuteNotice extends Command<Outcome<NoticeEvent, NoticeState>> {
  constructor(
    readonly id: string,
    readonly body: NoticeCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ExecuteNotice)
export class ExecuteNoticeHandler implements ICommandHandler<ExecuteNotice> {
  constructor(private readonly notices: Notices) {}

  execute({ id, body, meta }: ExecuteNotice) {
    return this.notices.execute(id, body, meta);
  }
}

/** Handlers of this context; `Notices` is provided by the app. */
@Module({ imports: [CqrsModule], providers: [ExecuteNoticeHandler], exports: [ExecuteNoticeHandler] })
export class NotificationModule {}
