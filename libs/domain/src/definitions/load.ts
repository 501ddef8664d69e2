import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Calendar, checkDefinition, type Definition } from '@app/workflow';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import canonicalizePackage from 'canonicalize';
import { parse } from 'yaml';

// The package is CommonJS whose types speak of a default export; hence the one cast.
const canonicalize = canonicalizePackage as unknown as (value: unknown) => string | undefined;

/** A definition as it is published, with the hash by which a change shows. */
export type Loaded = Readonly<{ definition: Definition; hash: string }>;

/** SHA-256 (hex) over the RFC 8785 form. */
export const hashOf = (value: object): string => createHash('sha256').update(canonicalize(value) ?? '').digest('hex');

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
  const schema: object = JSON.parse(await readFile(join(folder, 'definition.schema.json'), 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile<Definition>(schema);
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
  if (!validate(definition)) return { problems: (validate.errors ?? []).map(({ instancePath, message }) => `${file}${instancePath}: ${message ?? ''}`) };
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

type CalendarFile = Readonly<{ version: string; zone: string; weekend: readonly number[]; days: readonly Readonly<{ on: string }>[] }>;

/** Reads the working-day calendar, `calendar.json` of the same folder. The version is completed by the content's hash, so that a changed file never passes for the old one. */
export const loadCalendar = async (folder: string): Promise<Calendar> => {
  const { version, zone, weekend, days }: CalendarFile = JSON.parse(await readFile(join(folder, 'calendar.json'), 'utf8'));
  const holidays = [...new Set(days.map(({ on }) => on))].sort();
  return { version: `${version}+${hashOf({ zone, weekend, holidays }).slice(0, 12)}`, zone, weekend, holidays };
};
