import { sql, type Kysely } from 'kysely';
import type { PostType, UnitKind } from '../events.js';
import type { StaffingTables } from './tables.js';

type Totals = Readonly<{ need: number; filled: number; gap: number }>;
export type Incumbent = Readonly<{ id: string; name: string; since: string; caseId: string | null; kind: 'definitive' }>;
export type MapPosition = Totals &
  Readonly<{
    id: string;
    title: string;
    type: PostType;
    echelon: string | null;
    jobClass: number | null;
    incumbents: readonly Incumbent[];
  }>;
type UnitName = Readonly<{ id: string; name: string }>;
export type PositionMap = Readonly<{
  unit: UnitName & Readonly<{ kind: UnitKind; parent: UnitName | null; agency: UnitName }>;
  asOf: string;
  /** Of the unit and everything below it. */
  totals: Totals;
  /** Of the unit itself. */
  positions: readonly MapPosition[];
  /** The units right below, each with everything below it. */
  units: readonly (UnitName & Readonly<{ kind: UnitKind }> & Totals)[];
}>;

/**
 * The position map (peta jabatan) of a unit on any day: need, people, gap = people - need (domain.md 4.6).
 *
 * Needs are today's; who held what is of the day asked for. `caseId` is the case that brought the incumbent there.
 */
export const positionMap = async (db: Kysely<StaffingTables>, unit: string, asOf: string): Promise<PositionMap | undefined> => {
  const found = await db
    .selectFrom('staffing_units as units')
    .innerJoin('staffing_units as agencies', 'agencies.id', 'units.agency')
    .leftJoin('staffing_units as parents', 'parents.id', 'units.parent')
    .select([
      'units.id',
      'units.name',
      'units.kind',
      'agencies.id as agency_id',
      'agencies.name as agency_name',
      'parents.id as parent_id',
      'parents.name as parent_name',
    ])
    .where('units.id', '=', unit)
    .executeTakeFirst();
  if (!found) return undefined;
  const [posts, incumbents, branches] = await Promise.all([
    postsOf(db, unit),
    incumbentsOf(db, unit, asOf),
    totalsBelow(db, unit, asOf),
  ]);

  const positions = posts.map((post): MapPosition => {
    const here = incumbents
      .filter((one) => one.post === post.id)
      .map(({ id, name, since, caseId }) => ({ id, name, since, caseId, kind: 'definitive' as const }));
    return {
      id: post.id,
      title: post.title,
      type: post.type,
      echelon: post.echelon,
      jobClass: post.job_class,
      incumbents: here,
      ...gap(post.need, here.length),
    };
  });
  const own = positions.reduce((sum, { need, filled }) => gap(sum.need + need, sum.filled + filled), gap(0, 0));
  const parent = found.parent_id !== null && found.parent_name !== null ? { id: found.parent_id, name: found.parent_name } : null;
  return {
    unit: { id: found.id, name: found.name, kind: found.kind, parent, agency: { id: found.agency_id, name: found.agency_name } },
    asOf,
    totals: branches.reduce((sum, { need, filled }) => gap(sum.need + need, sum.filled + filled), own),
    positions,
    units: branches,
  };
};

const gap = (need: number, filled: number): Totals => ({ need, filled, gap: filled - need });

/** Heads first, then by class. */
const postsOf = (db: Kysely<StaffingTables>, unit: string) =>
  db
    .selectFrom('staffing_posts')
    .select(['id', 'title', 'type', 'echelon', 'job_class', 'need'])
    .where('unit', '=', unit)
    .orderBy(sql`office is null`)
    .orderBy(sql`echelon collate "C" nulls last`)
    .orderBy(sql`job_class desc nulls last`)
    .orderBy('title')
    .execute();

const incumbentsOf = (db: Kysely<StaffingTables>, unit: string, asOf: string) =>
  db
    .selectFrom('staffing_assignments as held')
    .innerJoin('staffing_people as people', 'people.id', 'held.person')
    .select(['held.post', 'people.id', 'people.name', 'held.from_day as since', 'held.case_id as caseId'])
    .where('held.unit', '=', unit)
    .where('held.from_day', '<=', asOf)
    .where((eb) => eb.or([eb('held.until_day', 'is', null), eb('held.until_day', '>=', asOf)]))
    .orderBy('people.name')
    .execute();

/** Need and people of each branch below a unit. */
const totalsBelow = async (db: Kysely<StaffingTables>, unit: string, asOf: string) => {
  const { rows } = await sql<{ id: string; name: string; kind: UnitKind; need: string; filled: string }>`
    with recursive below as (
      select id, id as branch from staffing_units where parent = ${unit}
      union all
      select units.id, below.branch from staffing_units units join below on units.parent = below.id
    ), needed as (
      select below.branch, sum(posts.need) as need from below join staffing_posts posts on posts.unit = below.id group by below.branch
    ), held as (
      select below.branch, count(*) as filled from below join staffing_assignments held on held.unit = below.id
      where held.from_day <= ${asOf}::date and (held.until_day is null or held.until_day >= ${asOf}::date) group by below.branch
    )
    select units.id, units.name, units.kind, coalesce(needed.need, 0)::text as need, coalesce(held.filled, 0)::text as filled
    from staffing_units units left join needed on needed.branch = units.id left join held on held.branch = units.id
    where units.parent = ${unit} order by units.name, units.id`.execute(db);
  return rows.map(({ id, name, kind, need, filled }) => ({ id, name, kind, ...gap(Number(need), Number(filled)) }));
};
