import type { CaseContext, Definition, Fields, FieldType } from '@app/workflow';
import { personalFieldsOf } from './dossier-privacy.js';
import { type DossierSchema, isObject, propertiesOf } from './dossier-schema.js';

/** What a condition can name: FEEL would read `a-b` as a subtraction. */
const nameable = /^[A-Za-z][A-Za-z0-9_]*$/;

/** The fields that conditions may read: those at the top that hold one plain value, and nothing personal. */
export const fieldsOf = (schema: DossierSchema): Fields => {
  const personal = new Set(personalFieldsOf(schema));
  return Object.fromEntries(
    Object.entries(propertiesOf(schema)).flatMap(([name, property]) => {
      const type = personal.has(name) ? undefined : typeOf(property);
      return type && nameable.test(name) ? [[name, type]] : [];
    }),
  );
};

/**
 * What conditions may ask of any case besides its dossier: in which role it was started, whether by the person it is about, and
 * which office each role of its stages means in it, as `office_<ROLE>`.
 */
export const standingFieldsOf = ({ initiators, stages }: Pick<Definition, 'initiators' | 'stages'>): Fields => ({
  proposerRole: 'string',
  ownRequest: 'boolean',
  ...Object.fromEntries(
    [...initiators, ...stages.map(({ actor }) => actor)].map((role) => [`office_${role}`, 'string' as const]),
  ),
});

/** What of a dossier the engine reads: each of `fieldsOf`, `null` where the dossier leaves it out. */
export const contextOfDossier = (schema: DossierSchema, dossier: Readonly<Record<string, unknown>>): CaseContext =>
  Object.fromEntries(Object.keys(fieldsOf(schema)).map((name) => [name, plain(dossier[name])]));

const plain = (value: unknown): CaseContext[string] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

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
