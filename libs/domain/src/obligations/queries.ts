import type { Kysely } from 'kysely';
import type { ObligationKind } from './events.js';
import type { ObligationRow } from './projections.js';

/** The read models of this context. `key` is the id. */
export type ObligationsTables = Readonly<{ obligations: ObligationRow & Readonly<{ key: string }> }>;

export type ObligationsAsked = Readonly<{
  kind?: ObligationKind;
  /** `overdue`: open, and the due day is before `today`. */
  status?: 'open' | 'overdue' | 'done' | 'withdrawn';
  /** Owed by, or escalated to, one of these offices. Absent: everybody's. */
  offices?: readonly string[];
  caseId?: string;
  today: string;
  limit: number;
  /** The last row of the page before. */
  after?: Readonly<{ dueOn: string; id: string }>;
}>;

/** What is owed, by due day. */
export const obligationsOf = (db: Kysely<ObligationsTables>, asked: ObligationsAsked): Promise<ObligationRow[]> => {
  const { kind, status, offices, caseId, today, limit, after } = asked;
  let query = db.selectFrom('obligations').selectAll().orderBy('due_on').orderBy('id').limit(limit);
  if (kind) query = query.where('kind', '=', kind);
  if (caseId) query = query.where('case_id', '=', caseId);
  if (status) query = query.where('status', '=', status === 'overdue' ? 'open' : status);
  if (status === 'overdue') query = query.where('due_on', '<', today);
  if (offices)
    query = query.where((where) => where.or([where('owner', 'in', [...offices, '']), where('superior', 'in', [...offices, ''])]));
  if (after)
    query = query.where((where) =>
      where.or([where('due_on', '>', after.dueOn), where.and([where('due_on', '=', after.dueOn), where('id', '>', after.id)])]),
    );
  return query.execute();
};

/** Ids of what a case still owes. */
export const openObligationsOf = async (db: Kysely<ObligationsTables>, caseId: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('obligations')
    .select('id')
    .where('case_id', '=', caseId)
    .where('status', '=', 'open')
    .execute();
  return rows.map(({ id }) => id);
};
