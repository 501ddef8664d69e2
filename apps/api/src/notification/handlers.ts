import { Notices, noticesOf, type NoticeRow, unreadOf } from '@app/domain/notification';
import { namedIn, sayNotice } from '@app/domain/policies';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import { CommandMetas } from '../http/command-meta.js';
import { keysetOf, pageOf } from '../http/cursor.js';
import { Names } from '../http/names.js';
import { ReadDatabase } from '../http/read-database.js';
import { Wording } from '../http/wording.js';
import type { PositionResponse } from '../staffing/responses.js';
import { ListNotices, ReadNotices } from './messages.js';
import type { NoticeList } from './responses.js';

@CommandHandler(ReadNotices)
export class ReadNoticesHandler implements ICommandHandler<ReadNotices> {
  constructor(
    private readonly notices: Notices,
    private readonly database: ReadDatabase,
    private readonly metas: CommandMetas,
  ) {}

  async execute({ which, asked }: ReadNotices): Promise<Written<PositionResponse>> {
    const by = asked.caller.person;
    const ids = which === 'all' ? await unreadOf(this.database.db, by) : [which];
    let position: string | undefined;
    for (const id of ids) {
      const meta = this.metas.of(asked, { step: id, subject: by });
      const outcome = await this.notices.execute(id, { type: 'ReadNotice', data: { by, at: meta.at } }, meta);
      position = outcome.position ?? position;
    }
    return { body: { position: position ?? null }, position };
  }
}

@QueryHandler(ListNotices)
export class ListNoticesHandler implements IQueryHandler<ListNotices> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly names: Names,
    private readonly wording: Wording,
  ) {}

  async execute({ asked: { limit, cursor, unread }, caller }: ListNotices): Promise<NoticeList> {
    const { db } = this.database;
    const [at, id] = keysetOf(cursor, 'instant', 'text') ?? [];
    const after = at === undefined ? {} : { after: { at: String(at), id: String(id) } };
    const [rows, open] = await Promise.all([
      noticesOf(db, caller.person, { limit: limit + 1, unread: unread === 'true', ...after }),
      unreadOf(db, caller.person),
    ]);
    const people = await this.names.people(namedIn(rows));
    const item = (row: NoticeRow) => ({
      id: row.id,
      code: row.code,
      text: sayNotice(this.wording.words, caller.language, row, people),
      link: row.link,
      at: row.at,
      readAt: row.read_at,
    });
    return { ...pageOf(rows, limit, item, (row) => [row.at, row.id]), unread: open.length };
  }
}
