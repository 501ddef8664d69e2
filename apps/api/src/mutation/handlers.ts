import { type Done, etagOf, Proposals, type Request, roundOf, stageOf, statusOf } from '@app/domain/mutation';
import { Signing } from '@app/platform';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Signature } from '@app/workflow';
import type { Written } from '../http/answer.js';
import type { Asked } from '../http/asked.js';
import { CommandMetas } from '../http/command-meta.js';
import { signatureOf } from '../http/signature.js';
import { CaseAccess } from './case-access.js';
import type { AttachedResponse } from './document-responses.js';
import { AttachDocument, DraftProposal, ExecuteProposal, type ProposalWish } from './messages.js';
import { ProposalPages } from './proposal-pages.js';
import { documentOf } from './proposal-response.js';
import type { ProposalResponse, ProposalSummary } from './responses.js';

const requestOf = (metas: CommandMetas, asked: Asked): Request => ({
  meta: metas.of(asked),
  ...(asked.ifMatch !== undefined && { ifMatch: asked.ifMatch }),
});

type Signed = Readonly<{ signature?: Signature }>;

const stepOf = (
  proposals: Proposals,
  id: string,
  { type, data }: ProposalWish,
  request: Request,
  signed: Signed = {},
): Promise<Done> => {
  switch (type) {
    case 'Amend':
      return proposals.amend(id, data, request);
    case 'Submit':
      return proposals.submit(id, request);
    case 'Decide':
      return proposals.decide(id, { ...data, ...signed, reason: data.reason ?? '' }, request);
    case 'Withdraw':
      return proposals.withdraw(id, data, request);
    case 'Comment':
      return proposals.comment(id, data.text, request);
    case 'RemoveDocument':
      return proposals.removeDocument(id, data.documentId, request);
    case 'JudgeDocument':
      return proposals.judge(id, { ...data, note: data.note ?? '' }, request);
    case 'NumberDecree':
      return proposals.decree(id, data, request);
    case 'Rescind':
      return proposals.rescind(id, data, request);
    case 'Step':
      return proposals.act(id, data, request);
  }
};

@CommandHandler(DraftProposal)
export class DraftProposalHandler implements ICommandHandler<DraftProposal> {
  constructor(
    private readonly proposals: Proposals,
    private readonly metas: CommandMetas,
    private readonly pages: ProposalPages,
  ) {}

  async execute({ draft: { effectiveDate, ...wish }, asked }: DraftProposal): Promise<Written<ProposalResponse>> {
    const id = this.metas.newId(asked, 'proposal');
    const done = await this.proposals.draft(id, { ...wish, effectiveDate: effectiveDate ?? null }, requestOf(this.metas, asked));
    return { ...(await this.pages.of(id, asked.caller, done)), location: `/api/proposals/${id}` };
  }
}

@CommandHandler(ExecuteProposal)
export class ExecuteProposalHandler implements ICommandHandler<ExecuteProposal> {
  constructor(
    private readonly proposals: Proposals,
    private readonly metas: CommandMetas,
    private readonly access: CaseAccess,
    private readonly pages: ProposalPages,
    private readonly signing: Signing,
  ) {}

  async execute({ id, wish, asked }: ExecuteProposal): Promise<Written<ProposalResponse | ProposalSummary>> {
    const { person } = asked.caller;
    // Whoever knows of a case may remark on it, so that is asked first; the rules ask it of everything else.
    if (wish.type === 'Comment') await this.access.require(id, person);
    const done = await this.access.guard(id, asked.caller, async () => {
      const request = requestOf(this.metas, asked);
      return stepOf(this.proposals, id, wish, request, await this.signed(id, wish, asked, request.meta.at));
    });
    return asked.minimal ? summaryOf(id, done) : this.pages.of(id, asked.caller, done);
  }

  private async signed(id: string, wish: ProposalWish, asked: Asked, at: string): Promise<Signed> {
    if (wish.type !== 'Decide') return {};
    const { seen } = wish.data;
    const shown = async () => seen?.dossier ?? (await this.proposals.load(id)).state.proposal?.dossierHash ?? '';
    const signature = await signatureOf(this.signing, asked, shown, at);
    return signature ? { signature } : {};
  }
}

const summaryOf = (id: string, { state, position }: Done): Written<ProposalSummary> => ({
  body: { id, status: statusOf(state) ?? 'draft', stage: stageOf(state), round: roundOf(state), position: position ?? null },
  position,
  etag: etagOf(state),
});

@CommandHandler(AttachDocument)
export class AttachDocumentHandler implements ICommandHandler<AttachDocument> {
  constructor(
    private readonly proposals: Proposals,
    private readonly metas: CommandMetas,
    private readonly access: CaseAccess,
  ) {}

  async execute({ id, document: { type, issuedOn, file }, asked }: AttachDocument): Promise<Written<AttachedResponse>> {
    // Before the bytes are kept: a stranger's are not.
    await this.access.require(id, asked.caller.person);
    const { done, document } = await this.proposals.attach(
      id,
      { type, issuedOn: issuedOn ?? null, file },
      requestOf(this.metas, asked),
    );
    if (!document) throw new Error(`case ${id} has lost a document that was just attached`);
    return { body: { ...documentOf(document), position: done.position ?? null }, position: done.position };
  }
}
