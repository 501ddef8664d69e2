import { sql, type Kysely } from 'kysely';
import type { EmployeeType, EmploymentStatus, PostType } from '../events.js';
import { SHOWN_OF_NIP } from '../nip.js';
import { containing, cursorOf, readCursor, type Page, type PageAsked, type StaffingTables } from './tables.js';

export type Employee = Readonly<{
  id: string;
  name: string;
  nip: string;
  grade: string | null;
  employeeType: EmployeeType;
  status: EmploymentStatus;
  post: Readonly<{ id: string; title: string; type: PostType }> | null;
  unit: Readonly<{ id: string; name: string }> | null;
  agency: Readonly<{ id: string; name: string }> | null;
  since: string | null;
}>;

export type EmployeesAsked = PageAsked &
  Readonly<{
    /** Part of a name, or the beginning of a NIP. */
    query?: string | undefined;
    /** Whether who asks sees NIPs in full. Else what lists hide from him is not found by either, digit by digit. */
    seesNip?: boolean | undefined;
    /** A unit or an agency. */
    unit?: string | undefined;
    /** Agencies whose people come first: those of whoever asks. */
    first?: readonly string[] | undefined;
  }>;

/** People by name, those of certain agencies first. */
export const employees = async (
  db: Kysely<StaffingTables>,
  { query, seesNip = false, unit, first = [], cursor, limit = 50 }: EmployeesAsked,
): Promise<Page<Employee>> => {
  const rank =
    first.length === 0 ? sql<number>`0` : sql<number>`case when people.agency in (${sql.join(first)}) then 0 else 1 end`;
  const after = readCursor(cursor);
  let asked = selected(db).select(rank.as('rank'));
  if (query)
    asked = asked.where((eb) => {
      const named = eb('people.name', 'ilike', containing(query));
      const numbered = /^\d+$/.test(query) && (seesNip || query.length <= SHOWN_OF_NIP);
      return numbered ? eb.or([named, eb('people.nip', 'like', `${query}%`)]) : named;
    });
  if (unit) asked = asked.where((eb) => eb.or([eb('people.unit', '=', unit), eb('people.agency', '=', unit)]));
  if (after) asked = asked.where(sql<boolean>`(${rank}, people.name, people.id) > (${after[0]}::int, ${after[1]}, ${after[2]})`);
  const rows = await asked
    .orderBy('rank')
    .orderBy('people.name')
    .orderBy('people.id')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(employeeOf), nextCursor: last ? cursorOf([last.rank, last.name, last.id]) : null };
};

/** One person as lists show him. */
export const employee = async (db: Kysely<StaffingTables>, id: string): Promise<Employee | undefined> => {
  const row = await selected(db).where('people.id', '=', id).executeTakeFirst();
  return row && employeeOf(row);
};

const selected = (db: Kysely<StaffingTables>) =>
  db
    .selectFrom('staffing_people as people')
    .leftJoin('staffing_posts as posts', 'posts.id', 'people.post')
    .leftJoin('staffing_units as units', 'units.id', 'people.unit')
    .leftJoin('staffing_units as agencies', 'agencies.id', 'people.agency')
    .select([
      'people.id',
      'people.name',
      'people.nip',
      'people.grade',
      'people.employee_type',
      'people.status',
      'people.post_from',
      'posts.id as post_id',
      'posts.title',
      'posts.type',
      'units.id as unit_id',
      'units.name as unit_name',
      'agencies.id as agency_id',
      'agencies.name as agency_name',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const named = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null);

const employeeOf = (row: Row): Employee => ({
  id: row.id,
  name: row.name,
  nip: row.nip,
  grade: row.grade,
  employeeType: row.employee_type,
  status: row.status,
  post:
    row.post_id !== null && row.title !== null && row.type !== null
      ? { id: row.post_id, title: row.title, type: row.type }
      : null,
  unit: named(row.unit_id, row.unit_name),
  agency: named(row.agency_id, row.agency_name),
  since: row.post_from,
});
