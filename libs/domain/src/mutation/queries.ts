import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { ClaimRow } from './projections/claims.js';
import type { DocumentRow } from './projections/documents.js';
import type { ProposalRow } from './projections/proposals.js';
import type { Status } from './state.js';

type Keyed<Row> = Row & Readonly<{ key: string }>;

/** Who is waited for in a case: a read model of every kind of case (`policies/desk`), of which this much is asked here. */
type Waiting = Readonly<{ case_inbox: Readonly<{ key: string; case_id: string; offices: readonly string[] }> }>;

/** The read models of this context, as kysely sees them. */
export type MutationTables = Readonly<{
  mutation_proposals: Keyed<ProposalRow>;
  mutation_claims: Keyed<ClaimRow>;
  mutation_documents: Keyed<DocumentRow>;
}>;

type Db = Kysely<MutationTables>;
type ReadDb = Kysely<MutationTables & Waiting>;

/** Rows that come after `cursor` in the order of the list; `limit` of them. */
type Paged = Readonly<{ limit: number; cursor?: readonly [at: string, id: string] }>;

export type ProposalsAsked = Paged &
  Readonly<{
    status?: Status;
    /** An agency or a unit that the move starts from or leads to. */
    unit?: string;
    /** Part of a decree's number, or one of these employees (found by name or NIP elsewhere). */
    matching?: Readonly<{ text: string; employees: readonly string[] }>;
    /** Only what this person may know of; absent: everything but other people's drafts is not hidden. */
    reader?: Reader;
  }>;

/** Somebody who reads lists: sees all but drafts where `all`, else the cases that concern or concerned him. Own drafts always. */
export type Reader = Readonly<{ person: string; offices: readonly string[]; all: boolean }>;

/** Cases, newest change first. The cursor is `[updated_at, id]` of the last row. */
export const proposalsOf = (
  db: ReadDb,
  { status, unit, matching, reader, limit, cursor }: ProposalsAsked,
): Promise<ProposalRow[]> => {
  let query = db.selectFrom('mutation_proposals').selectAll().orderBy('updated_at', 'desc').orderBy('id', 'desc').limit(limit);
  if (status) query = query.where('status', '=', status);
  if (unit !== undefined) {
    query = query.where((eb) =>
      eb.or((['from_unit', 'from_agency', 'to_unit', 'to_agency'] as const).map((column) => eb(column, '=', unit))),
    );
  }
  if (matching) {
    query = query.where((eb) =>
      eb.or([eb('employee_id', '=', anyOf(matching.employees)), eb('decree_number', 'ilike', `%${escaped(matching.text)}%`)]),
    );
  }
  if (reader) query = query.where((eb) => readableBy(eb, reader));
  if (cursor) query = query.where((eb) => eb(eb.refTuple('updated_at', 'id'), '<', eb.tuple(cursor[0], cursor[1])));
  return query.execute();
};

const anyOf = (values: readonly string[]) => sql<string>`any(${[...values]}::text[])`;
const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

const readableBy = (eb: ExpressionBuilder<MutationTables & Waiting, 'mutation_proposals'>, { person, offices, all }: Reader) => {
  const heads = offices.filter((office) => office.startsWith('head:')).map((office) => office.slice('head:'.length));
  const own = eb.or([eb('proposed_by', '=', person), eb('proposer_office', '=', anyOf(offices))]);
  const concerned = eb.or([
    eb('employee_id', '=', person),
    eb('from_agency', '=', anyOf(heads)),
    eb('to_agency', '=', anyOf(heads)),
    sql<boolean>`acted @> ${[person]}::text[]`,
    eb.exists(
      eb
        .selectFrom('case_inbox')
        .select(sql`1`.as('one'))
        .whereRef('case_inbox.key', '=', 'mutation_proposals.key')
        .where(sql<boolean>`offices && ${[...offices]}::text[]`),
    ),
  ]);
  // What was never submitted stays its proposer's, also once he has withdrawn it.
  return eb.or([own, eb.and([eb('submitted_at', 'is not', null), ...(all ? [] : [concerned])])]);
};

export const proposalRow = (db: Db, id: string): Promise<ProposalRow | undefined> =>
  db.selectFrom('mutation_proposals').selectAll().where('key', '=', id).executeTakeFirst();

export const documentsOf = (db: Db, caseId: string): Promise<DocumentRow[]> =>
  db.selectFrom('mutation_documents').selectAll().where('case_id', '=', caseId).orderBy('attached_at').orderBy('id').execute();

/** The cases that hold a person or a post. */
export const claimsOn = (db: Db, of: ClaimRow['of'], subjectId: string): Promise<ClaimRow[]> =>
  db.selectFrom('mutation_claims').selectAll().where('of', '=', of).where('subject_id', '=', subjectId).execute();

/** Every claim there is, for the sweeper of orphans. */
export const heldClaims = (db: Db): Promise<ClaimRow[]> => db.selectFrom('mutation_claims').selectAll().execute();

/** How many cases hold a promise on each of the posts. */
export const promisesOn = async (db: Db, posts: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('mutation_claims')
    .select((eb) => ['subject_id', eb.fn.countAll<string>().as('promised')])
    .where('of', '=', 'post')
    .where('subject_id', '=', anyOf(posts))
    .groupBy('subject_id')
    .execute();
  return new Map(rows.map(({ subject_id, promised }) => [subject_id, Number(promised)]));
};

/** Who leaves a post by a day by an approved move. */
export const leavingPost = async (db: Db, postId: string, day: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('mutation_proposals')
    .select('employee_id')
    .where('from_post', '=', postId)
    .where('status', 'in', ['approved', 'decreed'])
    .where((eb) => eb(eb.fn.coalesce('decree_effective_date', 'effective_date'), '<=', day))
    .execute();
  return rows.map(({ employee_id }) => employee_id);
};
