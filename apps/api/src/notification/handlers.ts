import { Rejection } from '@app/decider';
import { Notices, noticesOf, type NoticeRow, unreadOf } from '@app/domain/notification';
import { type CaseKind, linkOf, namedIn, sayNotice } from '@app/domain/policies';
import { Answers } from '@app/platform';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CaseBook } from '../cases/case-book.js';
import type { Written } from '../http/answer.js';
import type { Asked } from '../http/asked.js';
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
    private readonly answers: Answers,
  ) {}

  async execute({ which, asked }: ReadNotices): Promise<Written<PositionResponse>> {
    if (which !== 'all') return this.read([which], asked);
    // What came in between has not been seen by whoever sends the same request again.
    const all = async () => this.read(await unreadOf(this.database.db, asked.caller.person), asked);
    return this.answers.once(this.metas.of(asked, { step: 'all' }), all);
  }

  private async read(ids: readonly string[], asked: Asked): Promise<Written<PositionResponse>> {
    const by = asked.caller.person;
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
    private readonly book: CaseBook,
  ) {}

  async execute({ asked: { limit, cursor, unread }, caller }: ListNotices): Promise<NoticeList> {
    const { db } = this.database;
    const [at, id] = keysetOf(cursor, 'instant', 'text') ?? [];
    const after = at === undefined ? {} : { after: { at: String(at), id: String(id) } };
    const [rows, open] = await Promise.all([
      noticesOf(db, caller.person, { limit: limit + 1, unread: unread === 'true', ...after }),
      unreadOf(db, caller.person),
    ]);
    const [people, links] = await Promise.all([this.names.people(namedIn(rows)), this.linksOf(rows, caller.person)]);
    const item = (row: NoticeRow) => ({
      id: row.id,
      code: row.code,
      text: sayNotice(this.wording.words, caller.language, row, people),
      link: links.get(row.id) ?? row.link,
      at: row.at,
      readAt: row.read_at,
    });
    return { ...pageOf(rows, limit, item, (row) => [row.at, row.id]), unread: open.length };
  }

  /** Of those that lead nowhere since their reader may know nothing else of the case: to the case, for who may open it after all. */
  private async linksOf(rows: readonly NoticeRow[], person: string): Promise<ReadonlyMap<string, string>> {
    const links = new Map<string, string>();
    for (const { id, link, facts } of rows) {
      if (link !== '/notices' || typeof facts.case !== 'string') continue;
      const kind = await this.kindFor(facts.case, person);
      if (kind) links.set(id, linkOf(kind, facts.case));
    }
    return links;
  }

  private async kindFor(caseId: string, person: string): Promise<CaseKind | undefined> {
    try {
      return (await this.book.require(caseId, person)).kind;
    } catch (error) {
      if (error instanceof Rejection) return undefined;
      throw error;
    }
  }
}
