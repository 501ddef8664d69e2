/**
 * Writes docs/events: a JSON Schema for every event type and version, out of the TypeScript unions.
 * With --check it writes nothing, and fails where a file is missing, stale, or nobody's.
 *
 * An older version's file is kept for ever: it says what old logs hold.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'docs/events');

/** Every file that declares a union of events: its exported type aliases named `…Event`. */
const sources = [
  'libs/workflow/src/events.ts',
  'libs/scheduling/src/clock-stream.ts',
  ...readdirSync(join(root, 'libs/domain/src')).flatMap((context) => [
    `libs/domain/src/${context}/events.ts`,
    `libs/domain/src/${context}/import/events.ts`,
  ]),
].filter((path) => existsSync(join(root, path)));

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram(
  sources.map((path) => join(root, path)),
  { ...options, noEmit: true, incremental: false },
);
const checker = program.getTypeChecker();

const withoutUndefined = (type) =>
  type.isUnion() ? type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined)) : [type];

const unionOf = (parts, where) => {
  const literals = parts.filter((part) => part.isStringLiteral() || part.isNumberLiteral()).map(({ value }) => value);
  const booleans = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
  const others = parts.filter(
    (part) => !part.isStringLiteral() && !part.isNumberLiteral() && !(part.flags & ts.TypeFlags.BooleanLiteral),
  );
  const schemas = [
    ...(literals.length > 0 ? [{ enum: literals.sort() }] : []),
    ...(booleans.length === 2
      ? [{ type: 'boolean' }]
      : booleans.map((part) => ({ const: checker.typeToString(part) === 'true' }))),
    ...others.map((part) => schemaOf(part, where)),
  ];
  return schemas.length === 1 ? schemas[0] : { anyOf: schemas };
};

const objectOf = (type, where) => {
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  const properties = checker.getPropertiesOfType(type).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (index && properties.length === 0) return { type: 'object', additionalProperties: schemaOf(index.type, where) };
  const schema = { type: 'object', properties: {}, required: [], additionalProperties: false };
  for (const property of properties) {
    const declaration = property.valueDeclaration ?? property.declarations?.[0];
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const parts = withoutUndefined(checker.getTypeOfSymbolAtLocation(property, declaration ?? where));
    const said = ts.displayPartsToString(property.getDocumentationComment(checker)).replace(/\s+/g, ' ');
    schema.properties[property.name] = { ...(said && { description: said }), ...unionOf(parts, where) };
    if (!optional) schema.required.push(property.name);
  }
  return schema;
};

const schemaOf = (type, where) => {
  const { flags } = type;
  if (flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return {};
  if (flags & ts.TypeFlags.Null) return { type: 'null' };
  if (type.isUnion()) return unionOf(withoutUndefined(type), where);
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
  if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
  if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
  if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
  if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0], where) };
  if (type.isIntersection() || flags & ts.TypeFlags.Object) return objectOf(type, where);
  throw new Error(`no schema for ${checker.typeToString(type)}`);
};

/** How many versions each type has: one more than its upcasters have steps. */
const stepsOf = () => {
  const steps = new Map();
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'upcasters' && node.initializer) {
      const object = ts.isSatisfiesExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (ts.isObjectLiteralExpression(object))
        for (const property of object.properties)
          if (ts.isPropertyAssignment(property) && ts.isArrayLiteralExpression(property.initializer))
            steps.set(property.name.getText(), property.initializer.elements.length);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!file.isDeclarationFile) visit(file);
  return steps;
};

const catalogue = () => {
  const steps = stepsOf();
  const schemas = new Map();
  for (const path of sources) {
    const file = program.getSourceFile(join(root, path));
    for (const statement of file?.statements ?? []) {
      if (!ts.isTypeAliasDeclaration(statement) || !statement.name.text.endsWith('Event')) continue;
      const union = checker.getTypeAtLocation(statement.name);
      for (const member of union.isUnion() ? union.types : [union]) {
        const of = (name) => checker.getTypeOfSymbolAtLocation(member.getProperty(name), statement);
        const type = of('type').value;
        const version = (steps.get(type) ?? 0) + 1;
        if (schemas.has(`${type}.v${version}`)) continue; // a union may be part of another
        schemas.set(`${type}.v${version}`, {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: `https://alur.example/events/${type}.v${version}.json`,
          title: type,
          description: `Version ${version}. Declared as part of ${statement.name.text} in ${path}.`,
          ...schemaOf(of('data'), statement),
        });
      }
    }
  }
  return schemas;
};

const check = process.argv.includes('--check');
const schemas = catalogue();
const style = await resolveConfig(join(folder, 'Event.json'));
const wrong = [];
mkdirSync(folder, { recursive: true });
for (const [name, schema] of schemas) {
  const path = join(folder, `${name}.json`);
  const text = await format(JSON.stringify(schema), { ...style, parser: 'json' });
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (check) wrong.push(`${relative(root, path)} ${existsSync(path) ? 'is stale' : 'is missing'}`);
  else writeFileSync(path, text);
}
const known = new Set([...schemas.keys()].map((name) => name.replace(/\.v\d+$/, '')));
for (const name of readdirSync(folder))
  if (name.endsWith('.json') && !known.has(basename(name).replace(/\.v\d+\.json$/, '')))
    wrong.push(`docs/events/${name} describes no event`);

if (wrong.length > 0) {
  process.stderr.write(`${wrong.join('\n')}\nRun: node scripts/event-catalogue.mjs\n`);
  process.exit(1);
}
process.stdout.write(`${schemas.size} event types\n`);
