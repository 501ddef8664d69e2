import { Blobs, inspect, sha256Of } from '@app/domain/mutation';
import { casesOf } from '@app/domain/policies';
import { Rejection } from '@app/decider';
import { CommandBus, CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import type { Written } from '../http/answer.js';
import { CommandMetas } from '../http/command-meta.js';
import { keysetOf, pageOf } from '../http/cursor.js';
import { Names } from '../http/names.js';
import { ReadDatabase } from '../http/read-database.js';
import { overseers, Standings } from '../http/standing.js';
import type { Upload } from '../http/upload.js';
import { CaseLines } from '../mutation/case-lines.js';
import { CaseTitles } from '../mutation/case-titles.js';
import { CaseBook } from './case-book.js';
import { caseItems } from './case-lines.js';
import { AttachToCase, ExecuteCase, ListCases, ListLines, ReadAttachment } from './messages.js';
import type { CaseLineList } from './line-responses.js';
import type { CaseAttachedResponse, CaseList } from './responses.js';

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
    private readonly lines: CaseLines,
    private readonly names: Names,
    private readonly titles: CaseTitles,
  ) {}

  async execute({ asked: { definition, status, query, limit, cursor }, caller }: ListCases): Promise<CaseList> {
    const standing = await this.standings.of(caller.person);
    const [at, id] = keysetOf(cursor, 'instant', 'text') ?? [];
    const rows = await casesOf(this.database.db, {
      limit: limit + 1,
      reader: { person: standing.person, offices: standing.offices, all: standing.has(...overseers) },
      ...(definition && { definition }),
      ...(status && { status }),
      ...(query && { subjects: await this.lines.employeesLike(query, standing) }),
      ...(at === undefined ? {} : { cursor: [String(at), String(id)] as const }),
    });
    return pageOf(rows, limit, await caseItems(rows, this.names, this.titles), (row) => [row.updated_at, row.id]);
  }
}

@CommandHandler(AttachToCase)
export class AttachToCaseHandler implements ICommandHandler<AttachToCase> {
  constructor(
    private readonly blobs: Blobs,
    private readonly metas: CommandMetas,
    private readonly book: CaseBook,
    private readonly commands: CommandBus,
  ) {}

  async execute({ id, file, asked }: AttachToCase): Promise<Written<CaseAttachedResponse>> {
    const { person } = asked.caller;
    // Before the bytes are kept: a stranger's are not.
    await this.book.require(id, person);
    const known = await inspect(file);
    await this.blobs.put({ mime: known.mime, bytes: file.bytes });
    // Its id follows from the command's, so that a repeat attaches nothing twice.
    const attachment = { ...known, id: uuidv5('attachment', this.metas.of(asked).commandId), sha256: sha256Of(file.bytes) };
    const { position } = await this.commands.execute(new ExecuteCase(id, { type: 'Attach', data: attachment }, asked));
    const at = (await this.book.require(id, person)).workflow.attachments.find((each) => each.id === attachment.id)?.at ?? '';
    return { body: { ...attachment, at, position: position ?? null }, position };
  }
}

@QueryHandler(ListLines)
export class ListLinesHandler implements IQueryHandler<ListLines> {
  constructor(private readonly book: CaseBook) {}

  async execute({ id, asked: { limit, cursor }, caller }: ListLines): Promise<CaseLineList> {
    const { lines } = (await this.book.page(id, caller)).body;
    const [from = 0] = keysetOf(cursor, 'count') ?? [];
    const numbered = lines.map((line, index) => ({ line, next: index + 1 }));
    return pageOf(
      numbered.slice(Number(from), Number(from) + limit + 1),
      limit,
      ({ line }) => line,
      ({ next }) => [next],
    );
  }
}

@QueryHandler(ReadAttachment)
export class ReadAttachmentHandler implements IQueryHandler<ReadAttachment> {
  constructor(
    private readonly blobs: Blobs,
    private readonly book: CaseBook,
  ) {}

  async execute({ id, attachmentId, caller }: ReadAttachment): Promise<Upload> {
    const { workflow } = await this.book.require(id, caller.person);
    const known = workflow.attachments.find((each) => each.id === attachmentId);
    const blob = known && (await this.blobs.get(known.sha256));
    if (!blob) throw new Rejection('missing', 'cases.attachment-unknown', 'The case has no such attachment.', { attachmentId });
    return { ...blob, mime: known.mime, name: known.name };
  }
}
