import type { Kysely } from 'kysely';
import type { ReviewRow } from './projections.js';

/** The read models of this context. `key` is the id. */
export type AuditTables = Readonly<{ audit_reviews: ReviewRow & Readonly<{ key: string }> }>;

export type ReviewsAsked = Readonly<{
  status?: ReviewRow['status'];
  caseId?: string;
  /** Only what somebody decided, or was decided in one of these offices. */
  concerning?: Readonly<{ person: string; offices: readonly string[] }>;
  limit: number;
  /** The last row of the page before. */
  after?: Readonly<{ decidedAt: string; id: string }>;
}>;

/** Reviews, oldest decision first. */
export const reviewsOf = (
  db: Kysely<AuditTables>,
  { status, caseId, concerning, limit, after }: ReviewsAsked,
): Promise<ReviewRow[]> => {
  let query = db.selectFrom('audit_reviews').selectAll().orderBy('decided_at').orderBy('id').limit(limit);
  if (status) query = query.where('status', '=', status);
  if (caseId) query = query.where('case_id', '=', caseId);
  if (concerning) {
    const { person, offices } = concerning;
    query = query.where((where) => {
      const own = where('decided_by', '=', person);
      return offices.length === 0 ? own : where.or([own, where('office', 'in', offices)]);
    });
  }
  if (after)
    query = query.where((where) =>
      where.or([
        where('decided_at', '>', after.decidedAt),
        where.and([where('decided_at', '=', after.decidedAt), where('id', '>', after.id)]),
      ]),
    );
  return query.execute();
};

/** Ids of a case's reviews, open or not. */
export const reviewIdsOf = async (db: Kysely<AuditTables>, caseId: string): Promise<readonly string[]> => {
  const rows = await db.selectFrom('audit_reviews').select('id').where('case_id', '=', caseId).orderBy('decided_at').execute();
  return rows.map(({ id }) => id);
};
