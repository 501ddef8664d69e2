import { proposalsOf } from '@app/domain/mutation';
import { inboxOf } from '@app/domain/policies';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { keysetOf, pageOf } from '../http/cursor.js';
import { ReadDatabase } from '../http/read-database.js';
import { overseers, type Standing, Standings } from '../http/standing.js';
import { CaseBook } from '../cases/case-book.js';
import { CaseLines } from './case-lines.js';
import { ListProposals, ReadInbox, ReadTimeline } from './messages.js';
import type { InboxList, ProposalList } from './responses.js';
import { TimelinePages } from './timeline-page.js';
import type { TimelineList } from './timeline-responses.js';

const cursorIn = (cursor: string | undefined): Readonly<{ cursor?: readonly [string, string] }> => {
  const [at, id] = keysetOf(cursor, 'instant', 'text') ?? [];
  return at === undefined ? {} : { cursor: [String(at), String(id)] };
};

const readerOf = (standing: Standing) => ({
  person: standing.person,
  offices: standing.offices,
  all: standing.has(...overseers),
});

@QueryHandler(ListProposals)
export class ListProposalsHandler implements IQueryHandler<ListProposals> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
    private readonly lines: CaseLines,
  ) {}

  async execute({ asked: { status, unit, query, limit, cursor }, caller }: ListProposals): Promise<ProposalList> {
    const standing = await this.standings.of(caller.person);
    const rows = await proposalsOf(this.database.db, {
      limit: limit + 1,
      reader: readerOf(standing),
      ...(status && { status }),
      ...(unit && { unit }),
      ...(query && { matching: { text: query, employees: await this.lines.employeesLike(query, standing) } }),
      ...cursorIn(cursor),
    });
    return pageOf(rows, limit, await this.lines.proposals(rows), (row) => [row.updated_at, row.id]);
  }
}

@QueryHandler(ReadInbox)
export class ReadInboxHandler implements IQueryHandler<ReadInbox> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
    private readonly lines: CaseLines,
  ) {}

  async execute({ asked: { view, limit, cursor }, caller }: ReadInbox): Promise<InboxList> {
    const standing = await this.standings.of(caller.person);
    const byDue = view !== 'mine' && view !== 'done';
    const rows = await inboxOf(this.database.db, {
      view,
      person: standing.person,
      offices: standing.offices,
      roles: [...standing.roles],
      limit: limit + 1,
      ...cursorIn(cursor),
    });
    return pageOf(rows, limit, await this.lines.inbox(rows, standing), (row) => [
      byDue ? (row.due_at ?? 'infinity') : row.updated_at,
      row.id,
    ]);
  }
}

@QueryHandler(ReadTimeline)
export class ReadTimelineHandler implements IQueryHandler<ReadTimeline> {
  constructor(
    private readonly book: CaseBook,
    private readonly pages: TimelinePages,
  ) {}

  async execute({ id, asked: { limit, cursor }, caller }: ReadTimeline): Promise<TimelineList> {
    const found = await this.book.require(id, caller.person);
    const [after] = keysetOf(cursor, 'count') ?? [];
    const rows = await this.pages.linesOf(id, found, {
      limit: limit + 1,
      ...(after !== undefined && { after: Number(after) }),
    });
    return pageOf(rows, limit, await this.pages.itemsOf(rows, caller, found), (row) => [row.revision]);
  }
}
