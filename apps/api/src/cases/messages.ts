import { Command, Query } from '@nestjs/cqrs';
import type { Step } from '@app/domain/cases';
import type { Written } from '../http/answer.js';
import type { Asked, Caller } from '../http/asked.js';
import type { ListRequest } from '../http/list-request.js';
import type { Upload } from '../http/upload.js';
import type { CaseLineList } from './line-responses.js';
import type { AmendCaseRequest, CasesRequest, NewCaseRequest } from './requests.js';
import type { CaseAttachedResponse, CaseList, CaseResponse, CaseSummary } from './responses.js';

export class DraftCase extends Command<Written<CaseResponse>> {
  constructor(
    readonly draft: NewCaseRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** What may be asked of a case that is there: a verb of the engine, or what is done to its dossier. */
export type CaseWish = Step | Readonly<{ type: 'Amend'; data: AmendCaseRequest }> | Readonly<{ type: 'Submit'; data: object }>;

/** The envelope of a case's stream. What is being asked for is in `wish`, as data. */
export class ExecuteCase extends Command<Written<CaseResponse | CaseSummary>> {
  constructor(
    readonly id: string,
    readonly wish: CaseWish,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class AttachToCase extends Command<Written<CaseAttachedResponse>> {
  constructor(
    readonly id: string,
    readonly file: Upload,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class ReadCase extends Query<Written<CaseResponse>> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ListCases extends Query<CaseList> {
  constructor(
    readonly asked: CasesRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ListLines extends Query<CaseLineList> {
  constructor(
    readonly id: string,
    readonly asked: ListRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ReadAttachment extends Query<Upload> {
  constructor(
    readonly id: string,
    readonly attachmentId: string,
    readonly caller: Caller,
  ) {
    super();
  }
}
