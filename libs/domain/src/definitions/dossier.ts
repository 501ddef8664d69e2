import { Ajv2020, type KeywordDefinition, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { problemsOfCost } from './dossier-cost.js';
import { linearPatterns } from './dossier-patterns.js';
import { canonical } from './hash.js';
import { problemsOfReckoned, problemsOfRules } from './dossier-rules.js';
import { type DossierSchema, propertiesOf } from './dossier-schema.js';

const BOUNDS = { fields: 200, characters: 200_000 };

/** As the standard means it, but each item is looked at once: Ajv compares every one with every other. */
const uniqueItems: KeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  errors: false,
  error: { message: 'must NOT have duplicate items' },
  validate: (wanted: boolean, items: readonly unknown[]) => !wanted || new Set(items.map(canonical)).size === items.length,
};

const compiled = new WeakMap<DossierSchema, ValidateFunction>();

/**
 * The check of a dossier against its schema: formats are asserted, all errors are told.
 * @throws Error where the schema is none; see `problemsOfDossier`
 */
export const dossierValidator = (schema: DossierSchema): ValidateFunction => {
  const known = compiled.get(schema);
  if (known) return known;
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    code: { regExp: linearPatterns },
  });
  addFormats.default(ajv);
  ajv.removeKeyword('uniqueItems').addKeyword(uniqueItems);
  // Words for forms, and what `problemsOfRules` checks; they say nothing about the shape of a dossier.
  ajv.addVocabulary(['x-order', 'x-widget', 'x-title', 'x-enum-titles', 'x-help', 'x-section']);
  ajv.addVocabulary(['x-personal', 'x-working-days', 'x-rules']);
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
};

/** Why a schema can't be a dossier's. Empty: it can. */
export const problemsOfDossier = (schema: DossierSchema): readonly string[] => {
  if (JSON.stringify(schema).length > BOUNDS.characters) return [`longer than ${BOUNDS.characters} characters`];
  if (schema['type'] !== 'object') return ['a dossier is an object: "type" must be "object"'];
  const costly = problemsOfCost(schema);
  if (costly.length > 0) return costly;
  try {
    dossierValidator(schema);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const names = Object.keys(propertiesOf(schema));
  if (names.length === 0) return ['a dossier has fields: "properties" is empty'];
  // Names that every object answers to.
  const reserved = names.filter((name) => name in Object.prototype);
  if (reserved.length > 0) return reserved.map((name) => `no field may be called ${name}`);
  if (names.length > BOUNDS.fields) return [`more than ${BOUNDS.fields} fields`];
  return [...problemsOfRules(schema), ...problemsOfReckoned(schema)];
};
