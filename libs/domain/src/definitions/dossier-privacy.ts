import { type DossierSchema, isObject, propertiesOf } from './dossier-schema.js';

/** Strings of these formats say nothing about anybody by themselves. */
const dry: readonly unknown[] = ['date', 'date-time', 'time', 'duration', 'uuid'];
const dryTypes: readonly unknown[] = ['integer', 'number', 'boolean', 'null'];

/**
 * The fields that are encrypted under the key of the person a case is about: whatever the schema calls `x-personal`, and what
 * may hold anything at all, as free text does. Numbers, days and choices are in the clear, unless they are called personal;
 * `"x-personal": false` says so of a text.
 */
export const personalFieldsOf = (schema: DossierSchema): readonly string[] =>
  Object.entries(propertiesOf(schema)).flatMap(([name, property]) => (isPersonal(property) ? [name] : []));

const isPersonal = (property: unknown): boolean => {
  if (!isObject(property)) return true;
  const told = property['x-personal'];
  if (typeof told === 'boolean') return told;
  if (Array.isArray(property['enum']) || property['const'] !== undefined) return false;
  const { type, format } = property;
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return !types.every((each) => dryTypes.includes(each) || (each === 'string' && dry.includes(format)));
};
