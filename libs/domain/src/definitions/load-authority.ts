import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuthorityMatrix, AuthorityRow } from '@app/workflow';
import { hashOf } from './hash.js';
import { UnusableDefinitions, validator } from './load.js';
import { complaintsOf } from './read.js';

type Written = Omit<AuthorityRow, 'basis' | 'hash'> & Readonly<{ source: string; note?: string }>;
type AuthorityFile = Readonly<{
  version: string;
  sources: Readonly<Record<string, string>>;
  acts: AuthorityMatrix['acts'];
  rows: readonly Written[];
}>;

/**
 * Reads the authority matrix, `authority.json` of the folder of definitions. Its version is completed by the content's hash, and
 * every row bears the hash of its own, so that what changed never passes for what was.
 * @throws UnusableDefinitions
 */
export const loadAuthority = async (folder: string): Promise<AuthorityMatrix> => {
  const validate = await validator<AuthorityFile>(folder, 'authority.schema.json');
  const file: unknown = JSON.parse(await readFile(join(folder, 'authority.json'), 'utf8'));
  if (!validate(file))
    throw new UnusableDefinitions(complaintsOf(validate).map(({ at, about }) => `authority.json ${at}: ${about}`));
  const problems = problemsOf(file);
  if (problems.length > 0) throw new UnusableDefinitions(problems.map((problem) => `authority.json ${problem}`));
  const rows = file.rows.map((row) => rowOf(row, file.sources[row.source] ?? ''));
  const { acts, version } = file;
  return { version: `${version}+${hashOf({ acts, rows }).slice(0, 12)}`, acts, rows };
};

const rowOf = ({ id, acts, kinds, positions, from, until }: Written, basis: string): AuthorityRow => {
  const row = { id, acts, kinds, ...(positions && { positions }), from, until, basis };
  return { ...row, hash: hashOf(row) };
};

const problemsOf = ({ rows, sources, acts }: AuthorityFile): readonly string[] => {
  const ids = rows.map(({ id }) => id);
  const granted = new Set(rows.flatMap((row) => row.acts));
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: there are two such rows`),
    ...rows.filter(({ source }) => sources[source] === undefined).map(({ id, source }) => `${id}: no source ${source}`),
    ...rows.filter(({ from, until }) => until !== null && until < from).map(({ id }) => `${id}: ends before it begins`),
    ...Object.entries(acts)
      .filter(([, act]) => !granted.has(act))
      .map(([stage, act]) => `${stage}: nobody may ${act}`),
  ];
};
