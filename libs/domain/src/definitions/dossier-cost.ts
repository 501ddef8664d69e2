import { type DossierSchema, isObject } from './dossier-schema.js';

/** How many schemas one dossier may be checked against, each `$ref` counted for what it stands for. */
const MOST = 5_000;

/** Keywords whose value holds a schema for each name in it. */
const named = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** Keywords whose value is no schema. */
const plain = new Set(['$defs', 'definitions', 'const', 'enum', 'default', 'examples', 'required', 'dependentRequired', 'type']);
/** Keywords by which a schema becomes something else than a tree, or its check something else than an answer. */
const refused = ['$async', '$id', '$anchor', '$dynamicAnchor', '$dynamicRef', '$recursiveRef', '$recursiveAnchor'];

const toDefinition = /^#\/(?:\$defs|definitions)\/([A-Za-z0-9_-]+)$/;

/**
 * What would make the check of a dossier run without end, or for long: a schema that refers to itself, one that unfolds into
 * thousands, and one that answers later (`$async`), when everything has passed already.
 */
export const problemsOfCost = (schema: DossierSchema): readonly string[] => {
  const problems = new Set<string>();
  let count = 0;

  const refer = (ref: unknown, within: readonly string[]): void => {
    const name = typeof ref === 'string' ? toDefinition.exec(ref)?.[1] : undefined;
    const kept = [schema['$defs'], schema['definitions']].filter(isObject);
    const target = name === undefined ? undefined : kept.find((each) => Object.hasOwn(each, name))?.[name];
    if (name === undefined || target === undefined) problems.add(`"$ref" names one of its "$defs": ${String(ref).slice(0, 200)}`);
    else if (within.includes(name)) problems.add(`"$defs": ${name} refers to itself`);
    else visit(target, [...within, name]);
  };
  const visitAll = (values: readonly unknown[], within: readonly string[]): void => {
    for (const value of values) visit(value, within);
  };
  const visit = (value: unknown, within: readonly string[]): void => {
    if (++count > MOST || problems.size > 0) return;
    if (Array.isArray(value)) return visitAll(value, within);
    if (!isObject(value)) return;
    for (const word of refused) if (Object.hasOwn(value, word)) problems.add(`"${word}" is not for dossiers`);
    for (const [keyword, part] of Object.entries(value)) {
      if (keyword === '$ref') refer(part, within);
      else if (named.has(keyword) && isObject(part)) visitAll(Object.values(part), within);
      else if (!plain.has(keyword) && !keyword.startsWith('x-')) visit(part, within);
    }
  };
  // At its root a schema may say what it is called.
  const { $id: _, ...unnamed } = schema;
  visit(unnamed, []);
  if (count > MOST) problems.add(`a dossier would be checked against more than ${MOST} schemas`);
  return [...problems];
};
