import type { Kysely } from 'kysely';
import type { UnitKind } from '../events.js';
import { containing, type StaffingTables } from './tables.js';

export type Unit = Readonly<{ id: string; code: string; name: string; kind: UnitKind; parent: string | null; agency: string }>;

/** Units by name, of one kind or all. */
export const units = (
  db: Kysely<StaffingTables>,
  {
    kind,
    query,
    parent,
  }: Readonly<{ kind?: UnitKind | undefined; query?: string | undefined; parent?: string | undefined }> = {},
): Promise<Unit[]> => {
  let asked = db.selectFrom('staffing_units').select(['id', 'code', 'name', 'kind', 'parent', 'agency']);
  if (kind) asked = asked.where('kind', '=', kind);
  if (parent) asked = asked.where('parent', '=', parent);
  if (query) asked = asked.where('name', 'ilike', containing(query));
  return asked.orderBy('name').orderBy('id').execute();
};

export const unitNamed = (db: Kysely<StaffingTables>, id: string): Promise<Unit | undefined> =>
  db
    .selectFrom('staffing_units')
    .select(['id', 'code', 'name', 'kind', 'parent', 'agency'])
    .where('id', '=', id)
    .executeTakeFirst();

/** Ids of the people who are in a unit now, or anywhere below it. */
export const peopleOf = async (db: Kysely<StaffingTables>, unit: string): Promise<readonly string[]> => {
  const rows = await db
    .withRecursive('below', (cte) =>
      cte
        .selectFrom('staffing_units')
        .select('id')
        .where('id', '=', unit)
        .unionAll(cte.selectFrom('staffing_units as units').innerJoin('below', 'units.parent', 'below.id').select('units.id')),
    )
    .selectFrom('staffing_people as people')
    .innerJoin('below', 'below.id', 'people.unit')
    .select('people.id')
    .execute();
  return rows.map(({ id }) => id);
};
