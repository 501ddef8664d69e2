import { sql, type Kysely } from 'kysely';
import type { PostType } from '../events.js';
import { containing, cursorOf, readCursor, type Page, type PageAsked, type StaffingTables } from './tables.js';

export type Position = Readonly<{
  id: string;
  code: string;
  title: string;
  type: PostType;
  echelon: string | null;
  jobClass: number | null;
  unit: Readonly<{ id: string; name: string }>;
  agency: Readonly<{ id: string; name: string }>;
  need: number;
  filled: number;
  promised: number;
  vacancies: number;
}>;

export type PositionsAsked = PageAsked &
  Readonly<{
    vacant?: boolean | undefined;
    query?: string | undefined;
    agency?: string | undefined;
    unit?: string | undefined;
    /** Agencies whose posts come first. */
    first?: readonly string[] | undefined;
  }>;

/** How many live cases hold a promise on each of these posts. Another context knows it. */
export type PromisedOn = (posts: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** Posts by title, those of certain agencies first; the vacant ones only where asked (fewer people than needed). */
export const positions = async (
  db: Kysely<StaffingTables>,
  { vacant, query, agency, unit, first = [], cursor, limit = 50 }: PositionsAsked,
  promisedOn: PromisedOn = async () => new Map(),
): Promise<Page<Position>> => {
  const rank =
    first.length === 0 ? sql<number>`0` : sql<number>`case when posts.agency in (${sql.join(first)}) then 0 else 1 end`;
  const after = readCursor(cursor);
  let asked = selected(db).select(rank.as('rank'));
  if (vacant) asked = asked.where(sql<boolean>`posts.need > coalesce(held.filled, 0)`);
  if (query)
    asked = asked.where((eb) =>
      eb.or([
        eb('posts.title', 'ilike', containing(query)),
        eb('units.name', 'ilike', containing(query)),
        eb('posts.code', '=', query),
      ]),
    );
  if (agency) asked = asked.where('posts.agency', '=', agency);
  if (unit) asked = asked.where('posts.unit', '=', unit);
  if (after) asked = asked.where(sql<boolean>`(${rank}, posts.title, posts.id) > (${after[0]}::int, ${after[1]}, ${after[2]})`);
  const rows = await asked
    .orderBy('rank')
    .orderBy('posts.title')
    .orderBy('posts.id')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const promised = await promisedOn(page.map(({ id }) => id));
  return {
    items: page.map((row) => positionOf(row, promised.get(row.id) ?? 0)),
    nextCursor: last ? cursorOf([last.rank, last.title, last.id]) : null,
  };
};

export const position = async (
  db: Kysely<StaffingTables>,
  id: string,
  promisedOn: PromisedOn = async () => new Map(),
): Promise<Position | undefined> => {
  const row = await selected(db).where('posts.id', '=', id).executeTakeFirst();
  return row && positionOf(row, (await promisedOn([id])).get(id) ?? 0);
};

const selected = (db: Kysely<StaffingTables>) =>
  db
    .with('held', (cte) =>
      cte
        .selectFrom('staffing_people')
        .select(({ fn }) => ['post', fn.countAll<string>().as('filled')])
        .where('post', 'is not', null)
        .groupBy('post'),
    )
    .selectFrom('staffing_posts as posts')
    .innerJoin('staffing_units as units', 'units.id', 'posts.unit')
    .innerJoin('staffing_units as agencies', 'agencies.id', 'posts.agency')
    .leftJoin('held', 'held.post', 'posts.id')
    .select([
      'posts.id',
      'posts.code',
      'posts.title',
      'posts.type',
      'posts.echelon',
      'posts.job_class',
      'posts.need',
      'units.id as unit_id',
      'units.name as unit_name',
      'agencies.id as agency_id',
      'agencies.name as agency_name',
      'held.filled',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const positionOf = (row: Row, promised: number): Position => {
  const filled = Number(row.filled ?? 0);
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    type: row.type,
    echelon: row.echelon,
    jobClass: row.job_class,
    unit: { id: row.unit_id, name: row.unit_name },
    agency: { id: row.agency_id, name: row.agency_name },
    need: row.need,
    filled,
    promised,
    vacancies: Math.max(0, row.need - filled - promised),
  };
};
