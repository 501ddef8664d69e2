import type { CaseContext, Fields, FieldType } from '@app/workflow';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The JSON Schema (2020-12) of what a case of a definition is about: its form, and the fields its conditions may read. */
export type DossierSchema = Readonly<Record<string, unknown>>;

/** What a condition can name: FEEL would read `a-b` as a subtraction. */
const nameable = /^[A-Za-z][A-Za-z0-9_]*$/;
const BOUNDS = { fields: 200, characters: 200_000 };

const compiled = new WeakMap<DossierSchema, ValidateFunction>();

/**
 * The check of a dossier against its schema: formats are asserted, all errors are told.
 * @throws Error where the schema is none; see `problemsOfDossier`
 */
export const dossierValidator = (schema: DossierSchema): ValidateFunction => {
  const known = compiled.get(schema);
  if (known) return known;
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  addFormats.default(ajv);
  // Words for forms, which say nothing about what is valid.
  ajv.addVocabulary(['x-order', 'x-widget', 'x-title', 'x-enum-titles', 'x-help', 'x-section']);
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
};

/** Why a schema can't be a dossier's. Empty: it can. */
export const problemsOfDossier = (schema: DossierSchema): readonly string[] => {
  if (JSON.stringify(schema).length > BOUNDS.characters) return [`longer than ${BOUNDS.characters} characters`];
  if (schema['type'] !== 'object') return ['a dossier is an object: "type" must be "object"'];
  try {
    dossierValidator(schema);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const names = Object.keys(propertiesOf(schema));
  if (names.length === 0) return ['a dossier has fields: "properties" is empty'];
  if (names.length > BOUNDS.fields) return [`more than ${BOUNDS.fields} fields`];
  return [];
};

/** The fields that conditions may read: those at the top that hold one plain value. */
export const fieldsOf = (schema: DossierSchema): Fields =>
  Object.fromEntries(
    Object.entries(propertiesOf(schema)).flatMap(([name, property]) => {
      const type = typeOf(property);
      return type && nameable.test(name) ? [[name, type]] : [];
    }),
  );

/** What of a dossier the engine reads: each of `fieldsOf`, `null` where the dossier leaves it out. */
export const contextOfDossier = (schema: DossierSchema, dossier: Readonly<Record<string, unknown>>): CaseContext =>
  Object.fromEntries(Object.keys(fieldsOf(schema)).map((name) => [name, plain(dossier[name])]));

const plain = (value: unknown): CaseContext[string] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const propertiesOf = ({ properties }: DossierSchema): Readonly<Record<string, unknown>> =>
  isObject(properties) ? properties : {};

const plainTypes: Readonly<Record<string, FieldType>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
};

const typeOf = (property: unknown): FieldType | undefined => {
  if (!isObject(property)) return undefined;
  const { type, enum: values } = property;
  if (Array.isArray(values)) return typeOfAll(values.map((value) => (value === null ? 'null' : typeof value)));
  if (property['const'] !== undefined) return plainTypes[typeof property['const']];
  return typeOfAll(Array.isArray(type) ? type : [type]);
};

/** One plain type for several, `null` aside; `any` where they differ. */
const typeOfAll = (names: readonly unknown[]): FieldType | undefined => {
  const types = new Set(names.filter((name) => name !== 'null').map((name) => plainTypes[String(name)]));
  if (types.has(undefined) || types.size === 0) return undefined;
  return types.size === 1 ? [...types][0] : 'any';
};
