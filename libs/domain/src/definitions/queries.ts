import type { Kysely } from 'kysely';
import type { VersionRow } from './projections.js';

/** The read models of this context. `key` is `<id>@<version>`. */
export type DefinitionTables = Readonly<{ definitions_versions: VersionRow & Readonly<{ key: string }> }>;

/** Every version, newest first, of one definition or of all. */
export const versionsOf = (db: Kysely<DefinitionTables>, id?: string): Promise<VersionRow[]> => {
  const query = db.selectFrom('definitions_versions').selectAll().orderBy('id').orderBy('version', 'desc');
  return (id === undefined ? query : query.where('id', '=', id)).execute();
};
