import type { Kysely } from 'kysely';
import type { GrantRow, SubstituteRow } from './projections.js';

export type IdentityTables = { identity_grants: GrantRow; identity_substitutes: SubstituteRow };

/** Substitutes that are in force on a day or will be, soonest first. */
export const substitutesFrom = (db: Kysely<IdentityTables>, day: string): Promise<SubstituteRow[]> =>
  db
    .selectFrom('identity_substitutes')
    .selectAll()
    .where('until_day', '>=', day)
    .whereRef('from_day', '<=', 'until_day')
    .orderBy('from_day')
    .orderBy('id')
    .execute();

export const substituteOf = (db: Kysely<IdentityTables>, id: string): Promise<SubstituteRow | undefined> =>
  db.selectFrom('identity_substitutes').selectAll().where('id', '=', id).executeTakeFirst();

/** Every grant there was, by office. */
export const grantsOf = (db: Kysely<IdentityTables>, office: string): Promise<GrantRow[]> =>
  db.selectFrom('identity_grants').selectAll().where('office', '=', office).orderBy('from_day').execute();
