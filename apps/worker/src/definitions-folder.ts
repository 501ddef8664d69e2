import { join } from 'node:path';
import { type Loaded, loadAuthority, loadCalendar, loadDefinitions, openReader, type Reader } from '@app/domain/definitions';
import { definitionFields } from '@app/domain/mutation';
import { rolesOfCases, rolesOfTransfers } from '@app/domain/policies';
import type { AuthorityMatrix, Calendar } from '@app/workflow';
import { packageRoot } from './package-root.js';

/** What came with the program under `definitions/`. */
export type DefinitionsFolder = Readonly<{
  path: string;
  calendar: Calendar;
  authority: AuthorityMatrix;
  /** Checks a definition against everything that there is. */
  reader: Reader;
}>;

/** A calendar's name, with which its versions begin: `id` of `id-2026.1`. */
const nameOf = ({ version }: Calendar): string => /^(.+?)-\d/.exec(version)?.[1] ?? version;

/**
 * Opens the folder: everything by which definitions are checked.
 * @throws UnusableDefinitions where calendar or authority matrix cannot be used
 */
export const openDefinitionsFolder = async (): Promise<DefinitionsFolder> => {
  const path = join(packageRoot(), 'definitions');
  const calendar = await loadCalendar(path);
  const authority = await loadAuthority(path);
  const reader = await openReader(path, {
    own: definitionFields,
    ownRoles: rolesOfTransfers,
    roles: rolesOfCases,
    acts: [...new Set(authority.rows.flatMap(({ acts }) => acts))],
    calendars: [nameOf(calendar)],
  });
  return { path, calendar, authority, reader };
};

/**
 * The same with its definitions, all of them checked.
 * @throws UnusableDefinitions
 */
export const readDefinitionsFolder = async (): Promise<DefinitionsFolder & Readonly<{ definitions: readonly Loaded[] }>> => {
  const folder = await openDefinitionsFolder();
  return { ...folder, definitions: await loadDefinitions(folder.path, folder.reader) };
};
