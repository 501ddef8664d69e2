import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Calendar, checkDefinition, type Definition } from '@app/workflow';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import canonicalizePackage from 'canonicalize';
import { parse } from 'yaml';

// The package is CommonJS whose types speak of a default export; hence the one cast.
const canonicalize = canonicalizePackage as unknown as (value: unknown) => string | undefined;

/** A definition as it is published, with the hash by which a change shows. */
export type Loaded = Readonly<{ definition: Definition; hash: string }>;

/** SHA-256 (hex) over the RFC 8785 form. */
export const hashOf = (value: object): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

/** A folder of definitions is not usable; names everything that is wrong with it at once. */
export class UnusableDefinitions extends Error {
  override readonly name = 'UnusableDefinitions';
  constructor(readonly problems: readonly string[]) {
    super(`The definitions are not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/**
 * Reads every `*.yaml` of a folder, checked against the folder's `definition.schema.json` and by `checkDefinition`.
 * @param contextNames the names that conditions may read
 * @throws UnusableDefinitions
 */
export const loadDefinitions = async (folder: string, contextNames: readonly string[]): Promise<readonly Loaded[]> => {
  const validate = await validator<Definition>(folder, 'definition.schema.json');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const read = await Promise.all(files.map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })));
  const checked = read.map(({ file, text }) => check(file, text, validate, contextNames));
  const problems = checked.flatMap((result) => ('problems' in result ? result.problems : []));
  if (problems.length > 0) throw new UnusableDefinitions(problems);
  return checked.flatMap((result) => ('definition' in result ? [result] : []));
};

type Checked = Loaded | Readonly<{ problems: readonly string[] }>;

const check = (file: string, text: string, validate: ValidateFunction<Definition>, contextNames: readonly string[]): Checked => {
  const definition = parsed(text);
  if (definition instanceof Error) return { problems: [`${file}: ${definition.message}`] };
  if (!validate(definition)) return { problems: complaints(file, validate) };
  const problems = checkDefinition(definition, contextNames).map(({ at, code, about }) => `${file} ${at}: ${code}: ${about}`);
  if (definition.id !== basename(file, '.yaml')) problems.push(`${file}: its id is ${definition.id}`);
  return problems.length > 0 ? { problems } : { definition, hash: hashOf(definition) };
};

const parsed = (text: string): unknown => {
  try {
    return parse(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

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
  if (!validate(file)) throw new UnusableDefinitions(complaints('calendar.json', validate));
  const { version, zone, weekend, sources, days } = file;
  const baseless = days
    .filter(({ source }) => sources[source] === undefined)
    .map(({ on, source }) => `calendar.json ${on}: no source ${source}`);
  if (baseless.length > 0) throw new UnusableDefinitions(baseless);
  const holidays = [...new Set(days.map(({ on }) => on))].sort();
  return { version: `${version}+${hashOf({ zone, weekend, holidays }).slice(0, 12)}`, zone, weekend, holidays };
};

const validator = async <T>(folder: string, file: string): Promise<ValidateFunction<T>> => {
  const schema: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new UnusableDefinitions([`${file}: no schema`]);
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
  addFormats.default(ajv);
  return ajv.compile<T>(schema);
};

const complaints = (file: string, { errors }: ValidateFunction): readonly string[] =>
  (errors ?? []).map(({ instancePath, message }) => `${file}${instancePath}: ${message ?? ''}`);
