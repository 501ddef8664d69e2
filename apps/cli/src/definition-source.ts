import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Loaded, type Reader } from '@app/domain/definitions';
import type { DefinitionProblem } from '@app/workflow';
import { parse } from 'yaml';
import { type DefinitionsFolder, openDefinitionsFolder } from '../../worker/src/definitions-folder.js';
import { openDomain } from '../../worker/src/domain.js';
import type { Cli } from './command.js';

/** A definition to work on, and what there is around it. */
export type Source = Readonly<{ loaded: Loaded; folder: DefinitionsFolder }>;

/** What a file holds: itself, joined with the `<name>.dossier.schema.json` beside it where there is one. */
export const documentIn = async (file: string): Promise<string | object> => {
  const text = await readFile(file, 'utf8');
  const beside = file.replace(/\.(ya?ml|json)$/, '.dossier.schema.json');
  if (beside === file || !existsSync(beside)) return text;
  const value: unknown = parse(text);
  const dossier: unknown = JSON.parse(await readFile(beside, 'utf8'));
  return typeof value === 'object' && value !== null ? { ...value, dossier } : text;
};

export const readDocument = (reader: Reader, document: string | object): Loaded | readonly DefinitionProblem[] =>
  typeof document === 'string' ? reader.readText(document) : reader.read(document);

export const lineOf = ({ at, code, about }: DefinitionProblem): string => `${at || '.'}: ${code}: ${about}`;

/**
 * The definition in a file, or of an id (`leave`, `leave@2`): of those the store is asked, since people publish there too.
 * @throws Error with every problem of a file, or where there is no such definition
 */
export const definitionAt = async (what: string, { withAlur }: Pick<Cli, 'withAlur'>): Promise<Source> => {
  const folder = await openDefinitionsFolder();
  if (existsSync(what)) {
    const result = readDocument(folder.reader, await documentIn(what));
    if ('hash' in result) return { loaded: result, folder };
    throw new Error(`${what}:\n${result.map((problem) => `  ${lineOf(problem)}`).join('\n')}`);
  }
  const [, id = '', version] = /^([a-z][a-z0-9-]*)(?:@(\d+))?$/.exec(what) ?? [];
  if (id === '') throw new Error(`${what} is neither a file nor the id of a definition`);
  const loaded = await withAlur(async (alur) => {
    const { definitions } = await openDomain(alur);
    return version === undefined ? definitions.inForce(id) : definitions.of(id, Number(version));
  });
  if (!loaded) throw new Error(`There is no definition ${what}.`);
  return { loaded, folder };
};
