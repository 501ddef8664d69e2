import type { CaseContext, Definition, Fields } from '@app/workflow';
import { type DossierSchema, isObject, propertiesOf } from '../dossier-schema.js';

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const MISSING = 0.15;

/**
 * What a case might be like: a value for every field that conditions may read. Values are taken from the dossier's schema and
 * from what the conditions compare with, so that both sides of each condition are met; a field that may be left out sometimes is.
 */
export const randomContext = (
  fields: Fields,
  { stages, initiators }: Definition,
  dossier: DossierSchema | undefined,
  seed: number,
): CaseContext => {
  const random = randomOf(seed);
  const oneOf = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)];
  const conditions = stages.map(({ when = '' }) => when).join('\n');
  const strings = [...conditions.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
  const numbers = [...conditions.matchAll(/(?<![\w"])-?\d+(\.\d+)?/g)].map(([text]) => Number(text));
  const properties = dossier ? propertiesOf(dossier) : {};
  const needed: readonly unknown[] = Array.isArray(dossier?.['required']) ? dossier['required'] : Object.keys(fields);

  const valueOf = (name: string, type: Fields[string]): CaseContext[string] => {
    const property = isObject(properties[name]) ? properties[name] : {};
    const values = Array.isArray(property['enum']) ? property['enum'].filter(isPlainValue) : [];
    if (values.length > 0) return oneOf(values) ?? null;
    if (name === 'proposerRole') return oneOf(initiators) ?? null;
    if (name.startsWith('office_')) return name.slice('office_'.length).toLowerCase();
    switch (type) {
      case 'boolean':
        return random() < 0.5;
      case 'number': {
        const near = numbers.flatMap((number) => [number - 1, number, number + 1]);
        return clamped(near.length > 0 ? (oneOf(near) ?? 0) : Math.floor(random() * 20), property);
      }
      case 'string':
        if (property['format'] === 'date') return dayFrom(random);
        return oneOf([...strings, 'x']) ?? 'x';
      case 'any':
        return oneOf([...strings, ...numbers, true, false]) ?? null;
    }
  };
  return Object.fromEntries(
    Object.entries(fields).map(([name, type]) => [
      name,
      !needed.includes(name) && random() < MISSING ? null : valueOf(name, type),
    ]),
  );
};

const isPlainValue = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const clamped = (value: number, { minimum, maximum }: Readonly<Record<string, unknown>>): number =>
  Math.min(typeof maximum === 'number' ? maximum : value, Math.max(typeof minimum === 'number' ? minimum : value, value));

const dayFrom = (random: () => number): string =>
  new Date(Date.UTC(2026, 0, 1 + Math.floor(random() * 365))).toISOString().slice(0, 10);
