import { type CaseContext, type Fields, holds, problemsOf, type Text } from '@app/workflow';
import { fieldsOf } from './dossier-fields.js';
import { type DossierSchema, isObject, propertiesOf } from './dossier-schema.js';

/** A sentence that has to be true of a dossier whose shape is right: `until >= from`. */
export type DossierRule = Readonly<{ field: string; holds: string; message: Text }>;

/** Besides the dossier's own fields a rule may ask which day it is: it is asked when a dossier is filled in, not when it is decided. */
const besides: Fields = { today: 'string' };

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isText = (value: unknown): value is Text =>
  isObject(value) && typeof value['id'] === 'string' && typeof value['en'] === 'string';

const isRule = (value: unknown): value is DossierRule =>
  isObject(value) && typeof value['field'] === 'string' && typeof value['holds'] === 'string' && isText(value['message']);

const listed = (schema: DossierSchema): readonly unknown[] => {
  const rules = schema['x-rules'];
  return isList(rules) ? rules : [];
};

/** The schema's `x-rules`. */
export const rulesOf = (schema: DossierSchema): readonly DossierRule[] => listed(schema).filter(isRule);

/** The rules that a dossier breaks. One whose fields are empty has nothing to say. */
export const brokenRules = (schema: DossierSchema, context: CaseContext): readonly DossierRule[] =>
  rulesOf(schema).filter((rule) => context[rule.field] !== null && holds(rule.holds, context) !== true);

/** What is wrong with the rules themselves. */
export const problemsOfRules = (schema: DossierSchema): readonly string[] => {
  if (schema['x-rules'] !== undefined && !Array.isArray(schema['x-rules'])) return ['"x-rules" is a list'];
  const fields = { ...fieldsOf(schema), ...besides };
  return listed(schema).flatMap((rule, index) => {
    if (!isRule(rule)) return [`x-rules.${index}: it has "field", "holds" and "message" {id, en}`];
    const unknown = Object.hasOwn(propertiesOf(schema), rule.field) ? [] : [`x-rules.${index}: there is no field ${rule.field}`];
    return [...unknown, ...problemsOf(rule.holds, fields).map(({ code, about }) => `x-rules.${index}: ${code}: ${about}`)];
  });
};

/** A number that the system reckons: the working days from one of the dossier's days to another, both included. */
export type Reckoned = Readonly<{ field: string; from: string; until: string }>;

export const reckonedOf = (schema: DossierSchema): readonly Reckoned[] =>
  Object.entries(propertiesOf(schema)).flatMap(([field, property]) => {
    const days = isObject(property) ? property['x-working-days'] : undefined;
    const [from, until] = isList(days) ? days : [];
    return typeof from === 'string' && typeof until === 'string' ? [{ field, from, until }] : [];
  });

export const problemsOfReckoned = (schema: DossierSchema): readonly string[] => {
  const properties = propertiesOf(schema);
  const isDay = (name: string) => {
    const property = properties[name];
    return isObject(property) && property['format'] === 'date';
  };
  const marked = Object.entries(properties).filter(([, property]) => isObject(property) && 'x-working-days' in property);
  const read = new Map(reckonedOf(schema).map((each) => [each.field, each]));
  return marked.flatMap(([name]) => {
    const days = read.get(name);
    return days && isDay(days.from) && isDay(days.until) ? [] : [`${name}: "x-working-days" names two fields that hold days`];
  });
};
