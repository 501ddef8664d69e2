import { problemsOfDossier } from './dossier.js';

const schema = (more: Readonly<Record<string, unknown>>, properties: Readonly<Record<string, unknown>> = {}) => ({
  type: 'object',
  properties: { x: { type: 'integer' }, ...properties },
  ...more,
});
const unfolding = Object.fromEntries(
  Array.from({ length: 30 }, (_, n) => [`a${n}`, { allOf: [{ $ref: `#/$defs/a${n + 1}` }, { $ref: `#/$defs/a${n + 1}` }] }]),
);

describe('the schema of a dossier', () => {
  it('may say a thing once and refer to it', () =>
    expect(
      problemsOfDossier(
        schema(
          { $id: 'https://alur.example/x', $defs: { day: { type: 'string', format: 'date' } } },
          { from: { $ref: '#/$defs/day' }, until: { $ref: '#/$defs/day' }, $async: { type: 'string' }, enum: { type: 'string' } },
        ),
      ),
    ).toEqual([]));
  it.each([
    ['answers later', schema({ $async: true }), '$async'],
    ['answers later below', schema({}, { y: { type: 'object', $async: true } }), '$async'],
    ['refers to itself', schema({ allOf: [{ $ref: '#' }] }), '"$ref"'],
    [
      'refers in a circle',
      schema({ $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } }, $ref: '#/$defs/a' }),
      'itself',
    ],
    ['refers elsewhere', schema({}, { y: { $ref: 'http://127.0.0.1/x' } }), '"$ref"'],
    ['refers to nothing', schema({}, { y: { $ref: '#/$defs/constructor' } }), '"$ref"'],
    ['unfolds', schema({ $ref: '#/$defs/a0', $defs: { ...unfolding, a30: { type: 'object' } } }), 'more than 5000'],
    ['has a dynamic anchor', schema({ $dynamicAnchor: 'x' }), '$dynamicAnchor'],
    ['looks back', schema({}, { y: { type: 'string', pattern: '(a)\\1' } }), 'regexp'],
    ['looks ahead', schema({}, { y: { type: 'string', pattern: '(?=a)b' } }), 'regexp'],
    ['names a field like what every object has', schema({}, { constructor: { type: 'string' } }), 'called constructor'],
    ['names one toString', schema({}, { toString: { type: 'string' } }), 'called toString'],
    [
      'names one __proto__',
      schema(JSON.parse('{"properties": {"__proto__": {"type": "string"}}}') as Readonly<Record<string, unknown>>),
      'called __proto__',
    ],
  ])('is none where it %s', (_, given, about) => expect(problemsOfDossier(given).join()).toContain(about));
});
