import type { Kysely } from 'kysely';
import type { PersonRow } from '../projections/people.js';
import type { StaffingTables } from './tables.js';

export type Career = readonly Readonly<{
  assignment: string;
  post: Readonly<{ id: string; title: string }>;
  unit: Readonly<{ id: string; name: string }>;
  from: string;
  until: string | null;
  caseId: string | null;
}>[];

/** Everything known of a person, and the posts held, newest first. Sanctions and kin are for those whose office may see them (UU 27/2022). */
export const personPage = async (
  db: Kysely<StaffingTables>,
  id: string,
): Promise<(PersonRow & Readonly<{ career: Career }>) | undefined> => {
  const row = await db.selectFrom('staffing_people').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const held = await db
    .selectFrom('staffing_assignments as held')
    .innerJoin('staffing_posts as posts', 'posts.id', 'held.post')
    .innerJoin('staffing_units as units', 'units.id', 'held.unit')
    .select([
      'held.id',
      'held.from_day',
      'held.until_day',
      'held.case_id',
      'posts.id as post',
      'posts.title',
      'units.id as unit',
      'units.name',
    ])
    .where('held.person', '=', id)
    .orderBy('held.from_day', 'desc')
    .execute();
  const career = held.map((one) => ({
    assignment: one.id,
    post: { id: one.post, title: one.title },
    unit: { id: one.unit, name: one.name },
    from: one.from_day,
    until: one.until_day,
    caseId: one.case_id,
  }));
  return { ...row, career };
};
