import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Calendar, DefinitionProblem } from '@app/workflow';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { hashOf } from './hash.js';
import { complaintsOf, type Document, type Loaded, parsed, Reader, type Surroundings } from './read.js';

/** A folder of definitions is not usable; names everything that is wrong with it at once. */
export class UnusableDefinitions extends Error {
  override readonly name = 'UnusableDefinitions';
  constructor(readonly problems: readonly string[]) {
    super(`The definitions are not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** Opens the reader of definitions, by the `definition.schema.json` of a folder. */
export const openReader = async (folder: string, surroundings: Surroundings): Promise<Reader> =>
  new Reader(await validator<Document>(folder, 'definition.schema.json'), surroundings);

/**
 * Reads every `<id>.yaml` of a folder, with the `<id>.dossier.schema.json` beside it where there is one, and checks them wholly.
 * @throws UnusableDefinitions
 */
export const loadDefinitions = async (folder: string, by: Surroundings | Reader): Promise<readonly Loaded[]> => {
  const reader = by instanceof Reader ? by : await openReader(folder, by);
  const files = (await readdir(folder)).sort();
  const ids = files.filter((file) => file.endsWith('.yaml')).map((file) => basename(file, '.yaml'));
  const read = await Promise.all(ids.map(async (id) => ({ id, result: await readOne(folder, id, files, reader) })));
  const problems = read.flatMap(({ id, result }) =>
    Array.isArray(result) ? result.map(({ at, code, about }: DefinitionProblem) => `${id}.yaml ${at}: ${code}: ${about}`) : [],
  );
  const lost = files.filter((file) => file.endsWith(DOSSIER) && !ids.includes(basename(file, DOSSIER)));
  problems.push(...lost.map((file) => `${file}: there is no ${basename(file, DOSSIER)}.yaml`));
  if (problems.length > 0) throw new UnusableDefinitions(problems);
  return read.flatMap(({ result }) => ('hash' in result ? [result] : []));
};

const DOSSIER = '.dossier.schema.json';

const readOne = async (
  folder: string,
  id: string,
  files: readonly string[],
  reader: Reader,
): Promise<Loaded | readonly DefinitionProblem[]> => {
  const document = parsed(await readFile(join(folder, `${id}.yaml`), 'utf8'));
  if (!('value' in document)) return [document];
  const beside = files.includes(`${id}${DOSSIER}`) ? parsed(await readFile(join(folder, `${id}${DOSSIER}`), 'utf8')) : undefined;
  if (beside && !('value' in beside)) return [{ ...beside, at: 'dossier' }];
  const { value } = document;
  const named = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  if (named !== undefined && named !== id) return [{ at: 'id', code: 'id', about: `its id is ${JSON.stringify(named)}` }];
  return reader.read(beside ? joined(value, beside.value) : value);
};

const joined = (document: unknown, dossier: unknown): unknown =>
  typeof document === 'object' && document !== null ? { ...document, dossier } : document;

type CalendarFile = Readonly<{
  version: string;
  zone: string;
  weekend: readonly number[];
  sources: Readonly<Record<string, string>>;
  days: readonly Readonly<{ on: string; source: string }>[];
}>;

/**
 * Reads the working-day calendar, `calendar.json` of the same folder. Its version is completed by the content's hash, so that
 * a changed file never passes for the old one.
 * @throws UnusableDefinitions
 */
export const loadCalendar = async (folder: string): Promise<Calendar> => {
  const validate = await validator<CalendarFile>(folder, 'calendar.schema.json');
  const file: unknown = JSON.parse(await readFile(join(folder, 'calendar.json'), 'utf8'));
  if (!validate(file))
    throw new UnusableDefinitions(complaintsOf(validate).map(({ at, about }) => `calendar.json ${at}: ${about}`));
  const { version, zone, weekend, sources, days } = file;
  const baseless = days
    .filter(({ source }) => sources[source] === undefined)
    .map(({ on, source }) => `calendar.json ${on}: no source ${source}`);
  if (baseless.length > 0) throw new UnusableDefinitions(baseless);
  const holidays = [...new Set(days.map(({ on }) => on))].sort();
  return { version: `${version}+${hashOf({ zone, weekend, holidays }).slice(0, 12)}`, zone, weekend, holidays };
};

/** The validator by a schema of the folder. */
export const validator = async <T>(folder: string, file: string): Promise<ValidateFunction<T>> => {
  const schema: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new UnusableDefinitions([`${file}: no schema`]);
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
  addFormats.default(ajv);
  return ajv.compile<T>(schema);
};
