import { reviewIdsOf, reviewsOf, Reviews, type ReviewCommand } from '@app/domain/audit';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import { CommandMetas } from '../http/command-meta.js';
import { keysetOf, pageOf } from '../http/cursor.js';
import { ReadDatabase } from '../http/read-database.js';
import { Standings } from '../http/standing.js';
import { CloseReviewsOfCase, ExecuteReview, ListReviews, type ReviewWish } from './messages.js';
import { ReviewPages } from './pages.js';
import type { ReviewedResponse, ReviewList } from './responses.js';

type Reviewer = Readonly<{ by: string; offices: readonly string[]; agencies: readonly string[]; at: string }>;
const reviewerOf = async (standings: Standings, person: string, at: string): Promise<Reviewer> => {
  const [{ offices }, agencies] = await Promise.all([standings.of(person), standings.agenciesOf(person)]);
  return { by: person, offices, agencies, at };
};

const commandOf = ({ type, data }: ReviewWish, reviewer: Reviewer): ReviewCommand => {
  switch (type) {
    case 'Close':
      return { type: 'CloseReview', data: { ...reviewer, outcome: data.outcome, note: data.note ?? '' } };
    case 'FollowUp':
      return { type: 'FollowUpFinding', data: { ...reviewer, note: data.note } };
    case 'CloseFinding':
      return { type: 'CloseFinding', data: { ...reviewer, note: data.note } };
  }
};

@CommandHandler(ExecuteReview)
export class ExecuteReviewHandler implements ICommandHandler<ExecuteReview> {
  constructor(
    private readonly reviews: Reviews,
    private readonly standings: Standings,
    private readonly metas: CommandMetas,
  ) {}

  async execute({ id, wish, asked }: ExecuteReview): Promise<Written<ReviewedResponse>> {
    const { person } = asked.caller;
    const meta = this.metas.of(asked, { subject: person });
    const { position } = await this.reviews.execute(id, commandOf(wish, await reviewerOf(this.standings, person, meta.at)), meta);
    return { body: { reviews: [id], position: position ?? null }, position };
  }
}

@CommandHandler(CloseReviewsOfCase)
export class CloseReviewsOfCaseHandler implements ICommandHandler<CloseReviewsOfCase> {
  constructor(
    private readonly reviews: Reviews,
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
    private readonly metas: CommandMetas,
  ) {}

  async execute({ caseId, outcome: { outcome, note = '' }, asked }: CloseReviewsOfCase): Promise<Written<ReviewedResponse>> {
    const { person } = asked.caller;
    const metaOf = (id: string) => this.metas.of(asked, { subject: person, step: id });
    (await this.standings.of(person)).require('AUDITOR');
    // The closed ones as well, so that a repeat under the same key is answered as the first time.
    const ids = await reviewIdsOf(this.database.db, caseId);
    const command = {
      type: 'CloseReview',
      data: { ...(await reviewerOf(this.standings, person, metaOf('').at)), outcome, note },
    } as const;
    const { closed, refused } = await this.reviews.closeAll(ids, command, metaOf);
    const refusals = [...refused.values()];
    const why = refusals.find(({ code }) => code !== 'audit.closed') ?? refusals[0];
    if (closed.length === 0 && why) throw why;
    const position = closed.at(-1)?.position;
    return { body: { reviews: ids.filter((id) => !refused.has(id)), position: position ?? null }, position };
  }
}

/** The inspectorate sees all of them; HR and those who decided learn of findings. */
const readers = ['AUDITOR', 'HR_HEAD', 'HR_OFFICER', 'SECRETARY', 'REGENT', 'AGENCY_HEAD', 'TPK_MEMBER'] as const;

@QueryHandler(ListReviews)
export class ListReviewsHandler implements IQueryHandler<ListReviews> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
    private readonly pages: ReviewPages,
  ) {}

  async execute({ asked: { status, caseId, limit, cursor }, caller }: ListReviews): Promise<ReviewList> {
    const standing = await this.standings.of(caller.person);
    standing.require(...readers);
    const [decidedAt, id] = keysetOf(cursor, 'instant', 'text') ?? [];
    const { person, offices } = standing;
    const rows = await reviewsOf(this.database.db, {
      limit: limit + 1,
      ...(status && { status }),
      ...(caseId && { caseId }),
      ...(!standing.has('AUDITOR') && { concerning: { person, offices } }),
      ...(decidedAt !== undefined && { after: { decidedAt: String(decidedAt), id: String(id) } }),
    });
    return pageOf(rows, limit, await this.pages.itemsOf(rows), (row) => [row.decided_at, row.id]);
  }
}
