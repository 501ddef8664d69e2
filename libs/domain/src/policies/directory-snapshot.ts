import { sql, type Kysely, type QueryExecutorProvider } from 'kysely';
import type { HoldingKind } from '@app/workflow';
import type { IdentityTables } from '@app/domain/identity';
import type { StaffingTables, UnitKind } from '@app/domain/staffing';

export type DirectoryTables = StaffingTables & IdentityTables;

/** A time in which somebody holds an office; both days are included. */
export type Tenure = Readonly<{
  office: string;
  person: string;
  kind: HoldingKind;
  from: string;
  until: string | null;
  letter: string | null;
  inaugurated: string | null;
  agency: string | null;
  /** Whose seat a substitute takes, or who lent a delegate his power, where the letter names him. */
  onBehalfOf?: string;
}>;
export type OfficeUnit = Readonly<{
  id: string;
  code: string;
  name: string;
  parent: string | null;
  agency: string;
  kind: UnitKind;
}>;

/** Who holds which office when, as of one position of the log. */
export type Snapshot = Readonly<{
  /** What the six read models had read in common. */
  position: string;
  byOffice: ReadonlyMap<string, readonly Tenure[]>;
  byPerson: ReadonlyMap<string, readonly Tenure[]>;
  /** Where everybody works. */
  agencyOfPerson: ReadonlyMap<string, string>;
  unitOfPerson: ReadonlyMap<string, string>;
  units: ReadonlyMap<string, OfficeUnit>;
  unitByCode: ReadonlyMap<string, OfficeUnit>;
  /** For each office that comes with a post: what the post is called, where it is, and of what kind. */
  posts: ReadonlyMap<string, Readonly<{ title: string; unit: string; agency: string; type: string }>>;
  /** The spouse, parents and children of each person, whichever of the two declared it. */
  kin: ReadonlyMap<string, readonly string[]>;
  /** The secretary heads the secretariat and the regent the regency: `head:<unit>` is the same office under another name. */
  sameAs: ReadonlyMap<string, string>;
}>;

/** The read models that it is made of. */
export const READ: readonly string[] = [
  'staffing_units',
  'staffing_posts',
  'staffing_people',
  'staffing_assignments',
  'identity_grants',
  'identity_substitutes',
];

/** Up to where all of these read models have come, `0` for the beginning. One small query. */
export const commonPosition = async (db: QueryExecutorProvider, names: readonly string[] = READ): Promise<string> => {
  const { rows } = await sql<{
    checkpoint: string | null;
  }>`select checkpoint from projections where live and name in (${sql.join(names)})`.execute(db);
  if (rows.length < names.length) return '0';
  return rows.map(({ checkpoint }) => checkpoint ?? '0').reduce((a, b) => (isBefore(a, b) ? a : b));
};

/** Positions of the store are whole numbers as text. */
export const isBefore = (a: string, b: string): boolean => a.length < b.length || (a.length === b.length && a < b);

export const loadSnapshot = (db: Kysely<DirectoryTables>): Promise<Snapshot> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const position = await commonPosition(tx);
      const units = await tx.selectFrom('staffing_units').selectAll().execute();
      const people = await tx
        .selectFrom('staffing_people')
        .select(['id', 'unit', 'agency', 'kin'])
        .where('agency', 'is not', null)
        .execute();
      const posts = await tx
        .selectFrom('staffing_posts')
        .select(['id', 'office', 'title', 'unit', 'agency', 'type'])
        .where('office', 'is not', null)
        .execute();
      const held = await tx
        .selectFrom('staffing_assignments as held')
        .innerJoin('staffing_people as people', 'people.id', 'held.person')
        .innerJoin('staffing_posts as posts', 'posts.id', 'held.post')
        .select([
          'posts.office',
          'held.person',
          'held.from_day',
          'held.until_day',
          'held.decree',
          'held.inaugurated',
          'held.agency',
        ])
        .where('posts.office', 'is not', null)
        .where('people.status', '=', 'active')
        .execute();
      const granted = await tx
        .selectFrom('identity_grants as granted')
        .innerJoin('staffing_people as people', 'people.id', 'granted.person')
        .select(['granted.office', 'granted.person', 'granted.from_day', 'granted.until_day', 'granted.letter', 'people.agency'])
        .where('people.status', '=', 'active')
        .execute();
      const named = await tx
        .selectFrom('identity_substitutes as named')
        .innerJoin('staffing_people as people', 'people.id', 'named.person')
        .select([
          'named.office',
          'named.person',
          'named.kind',
          'named.from_day',
          'named.until_day',
          'named.letter',
          'named.on_behalf_of',
          'people.agency',
        ])
        .where('people.status', '=', 'active')
        .execute();

      const tenures: readonly Tenure[] = [
        ...held.flatMap(({ office, person, from_day, until_day, decree, inaugurated, agency }) =>
          office === null
            ? []
            : [
                {
                  office,
                  person,
                  kind: 'definitive' as const,
                  from: from_day,
                  until: until_day,
                  letter: decree,
                  inaugurated,
                  agency,
                },
              ],
        ),
        ...granted.map(({ office, person, from_day, until_day, letter, agency }) => ({
          office,
          person,
          kind: 'definitive' as const,
          from: from_day,
          until: until_day,
          letter,
          inaugurated: null,
          agency,
        })),
        ...named.map(({ office, person, kind, from_day, until_day, letter, on_behalf_of, agency }) => ({
          office,
          person,
          kind,
          from: from_day,
          until: until_day,
          letter,
          inaugurated: null,
          agency,
          ...(on_behalf_of !== null && { onBehalfOf: on_behalf_of }),
        })),
      ];
      return {
        position,
        byOffice: grouped(tenures, ({ office }) => office),
        byPerson: grouped(tenures, ({ person }) => person),
        agencyOfPerson: new Map(people.flatMap(({ id, agency }) => (agency === null ? [] : [[id, agency] as const]))),
        unitOfPerson: new Map(people.flatMap(({ id, unit }) => (unit === null ? [] : [[id, unit] as const]))),
        kin: kinshipOf(people),
        units: new Map(units.map((unit) => [unit.id, unit])),
        unitByCode: new Map(units.map((unit) => [unit.code, unit])),
        posts: new Map(
          posts.flatMap(({ office, title, unit, agency, type }) =>
            office === null ? [] : [[office, { title, unit, agency, type }]],
          ),
        ),
        sameAs: new Map(
          posts.flatMap(({ office, unit }) => (office === 'regent' || office === 'secretary' ? [[`head:${unit}`, office]] : [])),
        ),
      };
    });

const grouped = (tenures: readonly Tenure[], by: (tenure: Tenure) => string): ReadonlyMap<string, readonly Tenure[]> => {
  const groups = new Map<string, Tenure[]>();
  for (const tenure of tenures) groups.set(by(tenure), [...(groups.get(by(tenure)) ?? []), tenure]);
  return groups;
};

/** Declared by one, it holds for both. */
const kinshipOf = (
  people: readonly Readonly<{ id: string; kin: readonly Readonly<{ person: string }>[] | null }>[],
): ReadonlyMap<string, readonly string[]> => {
  const kin = new Map<string, Set<string>>();
  const add = (one: string, other: string) => kin.set(one, (kin.get(one) ?? new Set()).add(other));
  for (const { id, kin: declared } of people)
    for (const { person } of declared ?? []) {
      add(id, person);
      add(person, id);
    }
  return new Map([...kin].map(([id, others]) => [id, [...others]]));
};
