import type { Kysely } from 'kysely';
import type { AssignmentFact, MutationTables, PersonFacts, Place, PostKind, TargetFacts } from '@app/domain/mutation';
import type { PerformanceTables } from '@app/domain/performance';
import type { PostType } from '@app/domain/staffing';
import type { DirectoryTables } from './directory-snapshot.js';

export type FactTables = DirectoryTables & PerformanceTables & MutationTables;

/** To the rules of moves the regent's seat is one more executive post; nobody is moved into it. */
export const kindOf = (type: PostType): PostKind => (type === 'ELECTED' ? 'JPT_PRATAMA' : type);

const placed = (db: Kysely<FactTables>) =>
  db
    .selectFrom('staffing_posts as posts')
    .innerJoin('staffing_units as units', 'units.id', 'posts.unit')
    .innerJoin('staffing_units as agencies', 'agencies.id', 'posts.agency')
    .select([
      'posts.id',
      'posts.title',
      'posts.type',
      'posts.need',
      'units.id as unit',
      'units.name as unit_name',
      'agencies.id as agency',
      'agencies.name as agency_name',
    ]);

type Placed = Awaited<ReturnType<ReturnType<typeof placed>['executeTakeFirstOrThrow']>>;

const placeOf = ({ id, title, type, unit, unit_name, agency, agency_name }: Placed): Place => ({
  post: { id, title, type: kindOf(type) },
  unit: { id: unit, name: unit_name },
  agency: { id: agency, name: agency_name },
});

export const placeWithNeed = async (
  db: Kysely<FactTables>,
  post: string,
): Promise<(Place & Readonly<{ need: number }>) | undefined> => {
  const row = await placed(db).where('posts.id', '=', post).executeTakeFirst();
  return row && { ...placeOf(row), need: row.need };
};

/** The post that a person holds on a day. */
const heldOn = (db: Kysely<FactTables>, person: string, day: string) =>
  db
    .selectFrom('staffing_assignments as held')
    .innerJoin('staffing_posts as posts', 'posts.id', 'held.post')
    .select([
      'held.id',
      'held.post',
      'held.unit',
      'held.agency',
      'held.from_day',
      'held.inaugurated',
      'posts.type',
      'posts.echelon',
      'posts.in_freeze_scope',
      'posts.retirement_age',
      'posts.job_family',
    ])
    .where('held.person', '=', person)
    .where('held.from_day', '<=', day)
    .where((eb) => eb.or([eb('held.until_day', 'is', null), eb('held.until_day', '>=', day)]))
    .orderBy('held.from_day', 'desc')
    .executeTakeFirst();

export const locatedOn = async (
  db: Kysely<FactTables>,
  person: string,
  day: string,
): Promise<Readonly<{ assignment: string; place: Place }> | undefined> => {
  const held = await heldOn(db, person, day);
  const place = held && (await placeWithNeed(db, held.post));
  return held && place && { assignment: held.id, place: { post: place.post, unit: place.unit, agency: place.agency } };
};

export const incumbentsOn = async (db: Kysely<FactTables>, post: string, day: string): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('staffing_assignments')
      .select('person')
      .where('post', '=', post)
      .where('from_day', '<=', day)
      .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', day)]))
      .orderBy('from_day')
      .execute()
  ).map(({ person }) => person);

export const personFacts = async (db: Kysely<FactTables>, id: string, day: string): Promise<PersonFacts | null> => {
  const row = await db.selectFrom('staffing_people').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const held = await heldOn(db, id, day);
  const rated = await db.selectFrom('performance_predicates').select(['year', 'predicate']).where('person', '=', id).execute();
  const assignment: AssignmentFact | null = held
    ? {
        id: held.id,
        post: held.post,
        unit: held.unit,
        agency: held.agency,
        from: held.from_day,
        inaugurated: held.inaugurated,
        postType: kindOf(held.type),
        echelon: held.echelon,
        inFreezeScope: held.in_freeze_scope,
        retirementAge: held.retirement_age,
        jobFamily: held.job_family,
      }
    : null;
  return {
    id: row.id,
    nip: row.nip,
    birthDate: row.birth_date,
    gender: row.gender,
    employeeType: row.employee_type,
    status: row.status,
    grade: row.grade,
    tmtCpns: row.tmt_cpns,
    tmtPns: row.tmt_pns,
    assignment,
    sanctions: row.sanctions?.map(({ level, kind, from, until }) => ({ level, kind, from, until })) ?? null,
    underExamination: row.examination,
    predicates: rated.length === 0 ? null : Object.fromEntries(rated.map(({ year, predicate }) => [String(year), predicate])),
    kin: row.kin,
  };
};

/** What is asked of the target besides what other cases hold. */
export const targetFacts = async (
  db: Kysely<FactTables>,
  post: string,
  day: string,
): Promise<Omit<TargetFacts, 'promisedTo' | 'leaving'> | null> => {
  const row = await db.selectFrom('staffing_posts').selectAll().where('id', '=', post).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    unit: row.unit,
    agency: row.agency,
    type: kindOf(row.type),
    echelon: row.echelon,
    need: row.need,
    incumbents: await incumbentsOn(db, post, day),
    inFreezeScope: row.in_freeze_scope,
    retirementAge: row.retirement_age,
    jobFamily: row.job_family,
    // The regional secretary is appointed in consultation with the governor (UU 23/2014); others are not marked in the data yet.
    specialConsent: row.office === 'secretary' ? 'Gubernur' : null,
  };
};
