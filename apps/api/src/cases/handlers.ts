import { type CaseDone, Cases, etagOf, roundOf, stagesOf, statusOf } from '@app/domain/cases';
import type { Request } from '@app/domain/mutation';
import { Signing } from '@app/platform';
import { CommandBus, CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import type { Asked } from '../http/asked.js';
import { CommandMetas } from '../http/command-meta.js';
import { signatureOf } from '../http/signature.js';
import { validated } from '../http/validation.js';
import { DefinitionShelf } from '../definitions/definition-shelf.js';
import { ExecuteProposal, type ProposalWish } from '../mutation/messages.js';
import { AmendProposalRequest } from '../mutation/requests.js';
import { CaseBook, inFields } from './case-book.js';
import { type CaseWish, DraftCase, ExecuteCase, ReadCase } from './messages.js';
import type { CaseResponse, CaseSummary } from './responses.js';

const requestOf = (metas: CommandMetas, asked: Asked): Request => ({
  meta: metas.of(asked),
  ...(asked.ifMatch !== undefined && { ifMatch: asked.ifMatch }),
});

const stepOf = (cases: Cases, id: string, wish: CaseWish, request: Request): Promise<CaseDone> => {
  switch (wish.type) {
    case 'Amend':
      return cases.amend(id, { dossier: wish.data.dossier, ...(wish.data.lines && { lines: wish.data.lines }) }, request);
    case 'Submit':
      return cases.submit(id, request);
    default:
      return cases.act(id, wish, request);
  }
};

@CommandHandler(DraftCase)
export class DraftCaseHandler implements ICommandHandler<DraftCase> {
  constructor(
    private readonly cases: Cases,
    private readonly metas: CommandMetas,
    private readonly book: CaseBook,
    private readonly shelf: DefinitionShelf,
  ) {}

  async execute({ draft: { definition, dossier, subject, lines }, asked }: DraftCase): Promise<Written<CaseResponse>> {
    const { caller } = asked;
    // Published by another process a moment ago, perhaps.
    if (!this.shelf.definitions.inForce(definition)) await this.shelf.definitions.refresh();
    const id = this.metas.newId(asked, 'case');
    try {
      const wish = { definition, dossier, subject: subject ?? caller.person, ...(lines && { lines }) };
      const done = await this.cases.draft(id, wish, requestOf(this.metas, asked));
      return { ...(await this.book.page(id, caller, done)), location: `/api/cases/${id}` };
    } catch (error) {
      throw inFields(error, caller.language);
    }
  }
}

@CommandHandler(ExecuteCase)
export class ExecuteCaseHandler implements ICommandHandler<ExecuteCase> {
  constructor(
    private readonly cases: Cases,
    private readonly metas: CommandMetas,
    private readonly book: CaseBook,
    private readonly commands: CommandBus,
    private readonly signing: Signing,
  ) {}

  async execute({ id, wish, asked }: ExecuteCase): Promise<Written<CaseResponse | CaseSummary>> {
    const { caller } = asked;
    const { state } = await this.cases.load(id);
    if (!state.file) return this.ofTransfer(id, wish, asked);
    // Whoever knows of a case may remark on it, so that is asked first; the rules ask it of everything else.
    if (wish.type === 'Comment') await this.book.require(id, caller.person);
    const done = await this.book.guard(id, caller, async () => {
      const request = requestOf(this.metas, asked);
      const hash = state.file?.hash ?? '';
      return stepOf(this.cases, id, await this.signed(wish, asked, hash, request.meta.at), request);
    });
    return asked.minimal ? summaryOf(id, done) : this.book.page(id, caller, done);
  }

  private async signed(wish: CaseWish, asked: Asked, hash: string, at: string): Promise<CaseWish> {
    if (wish.type !== 'Decide') return wish;
    const signature = await signatureOf(this.signing, asked, () => wish.data.seen?.dossier ?? hash, at);
    return signature ? { ...wish, data: { ...wish.data, signature } } : wish;
  }

  /** The same verb of a transfer, answered as a case. */
  private async ofTransfer(id: string, wish: CaseWish, asked: Asked): Promise<Written<CaseResponse>> {
    await this.book.require(id, asked.caller.person);
    const { position } = await this.commands.execute(new ExecuteProposal(id, await transferWish(wish), asked));
    const page = await this.book.page(id, asked.caller);
    return { ...page, body: { ...page.body, position: position ?? null }, position };
  }
}

/** What is asked of a transfer; its dossier is amended as under its own address. */
const transferWish = async (wish: CaseWish): Promise<ProposalWish> => {
  switch (wish.type) {
    case 'Submit':
      return { type: 'Submit', data: {} };
    case 'Amend':
      return { type: 'Amend', data: await validated(AmendProposalRequest, wish.data.dossier) };
    case 'Decide':
      return { type: 'Decide', data: { ...wish.data } };
    default:
      return { type: 'Step', data: wish };
  }
};

const summaryOf = (id: string, { state, position }: CaseDone): Written<CaseSummary> => ({
  body: {
    id,
    status: statusOf(state.workflow),
    open: [...stagesOf(state.workflow)],
    round: roundOf(state.workflow),
    position: position ?? null,
  },
  position,
  etag: etagOf(state),
});

@QueryHandler(ReadCase)
export class ReadCaseHandler implements IQueryHandler<ReadCase> {
  constructor(private readonly book: CaseBook) {}

  execute({ id, caller }: ReadCase): Promise<Written<CaseResponse>> {
    return this.book.page(id, caller);
  }
}
