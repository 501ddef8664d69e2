import { Command, Query } from '@nestjs/cqrs';
import type { Message } from '@app/decider';
import type { EngineStep } from '@app/domain/cases';
import type { Written } from '../http/answer.js';
import type { Asked, Caller } from '../http/asked.js';
import type { AttachedResponse } from './document-responses.js';
import type { EligibilityResponse } from './eligibility-responses.js';
import type {
  AmendProposalRequest,
  DecisionRequest,
  DecreeRequest,
  DraftProposalRequest,
  InboxRequest,
  JudgeDocumentRequest,
  ProposalsRequest,
} from './requests.js';
import type { InboxList, ProposalList, ProposalResponse, ProposalSummary } from './responses.js';
import type { TimelineList } from './timeline-responses.js';
import type { ListRequest } from '../http/list-request.js';
import type { Upload } from '../http/upload.js';

/** What may be asked of a proposal that is there. */
export type ProposalWish =
  | Message<'Amend', AmendProposalRequest>
  | Message<'Submit', Readonly<Record<never, never>>>
  | Message<'Decide', Omit<DecisionRequest, 'password'>>
  | Message<'Withdraw', Readonly<{ reason: string }>>
  | Message<'Comment', Readonly<{ text: string }>>
  | Message<'RemoveDocument', Readonly<{ documentId: string }>>
  | Message<'JudgeDocument', JudgeDocumentRequest & Readonly<{ documentId: string }>>
  | Message<'NumberDecree', DecreeRequest>
  | Message<'Rescind', Readonly<{ reason: string }>>
  /** Any other verb of the engine. */
  | Message<'Step', EngineStep>;

export class DraftProposal extends Command<Written<ProposalResponse>> {
  constructor(
    readonly draft: DraftProposalRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** The envelope of a case's stream. What is being asked for is in `wish`, as data. */
export class ExecuteProposal extends Command<Written<ProposalResponse | ProposalSummary>> {
  constructor(
    readonly id: string,
    readonly wish: ProposalWish,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class AttachDocument extends Command<Written<AttachedResponse>> {
  constructor(
    readonly id: string,
    readonly document: Readonly<{ type: string; issuedOn: string | undefined; file: Upload }>,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class ReadProposal extends Query<Written<ProposalResponse>> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ListProposals extends Query<ProposalList> {
  constructor(
    readonly asked: ProposalsRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ReadInbox extends Query<InboxList> {
  constructor(
    readonly asked: InboxRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ReadTimeline extends Query<TimelineList> {
  constructor(
    readonly id: string,
    readonly asked: ListRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ReadEligibility extends Query<EligibilityResponse> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
  ) {
    super();
  }
}

/** A document's bytes; the decree's where `documentId` is `decree`. */
export class ReadDocument extends Query<Upload> {
  constructor(
    readonly id: string,
    readonly documentId: string,
    readonly caller: Caller,
    readonly correlationId: string,
  ) {
    super();
  }
}
