import { Proposals } from '@app/domain/mutation';
import { BusinessClock } from '@app/scheduling';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import type { Upload } from '../http/upload.js';
import { CaseAccess } from './case-access.js';
import type { EligibilityResponse } from './eligibility-responses.js';
import { EligibilityPages } from './eligibility-page.js';
import { ReadDocument, ReadEligibility, ReadProposal } from './messages.js';
import { ProposalPages } from './proposal-pages.js';
import type { ProposalResponse } from './responses.js';

@QueryHandler(ReadProposal)
export class ReadProposalHandler implements IQueryHandler<ReadProposal> {
  constructor(
    private readonly access: CaseAccess,
    private readonly pages: ProposalPages,
  ) {}

  async execute({ id, caller }: ReadProposal): Promise<Written<ProposalResponse>> {
    await this.access.require(id, caller.person);
    return this.pages.of(id, caller);
  }
}

@QueryHandler(ReadEligibility)
export class ReadEligibilityHandler implements IQueryHandler<ReadEligibility> {
  constructor(
    private readonly access: CaseAccess,
    private readonly pages: EligibilityPages,
  ) {}

  async execute({ id, caller }: ReadEligibility): Promise<EligibilityResponse> {
    const { proposal } = await this.access.require(id, caller.person);
    return this.pages.of(id, caller, proposal?.dossier.employeeId === caller.person);
  }
}

@QueryHandler(ReadDocument)
export class ReadDocumentHandler implements IQueryHandler<ReadDocument> {
  constructor(
    private readonly proposals: Proposals,
    private readonly access: CaseAccess,
    private readonly clock: BusinessClock,
  ) {}

  async execute({ id, documentId, caller, correlationId }: ReadDocument): Promise<Upload> {
    await this.access.require(id, caller.person);
    if (documentId !== 'decree') return this.proposals.document(id, documentId);
    const { number, rescinded, ...pdf } = await this.proposals.decreePdf(id, { at: this.clock.now(), correlationId });
    return { ...pdf, name: `SK ${number.replaceAll(/[\\/]/g, '-')}${rescinded ? ' (DIBATALKAN)' : ''}.pdf` };
  }
}
