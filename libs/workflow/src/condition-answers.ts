import { childrenOf, type Part } from './condition-reader.js';
import type { Fields } from './condition-types.js';
import type { CaseContext } from './events.js';

type Value = CaseContext[string];

const MOST = 20_000;
/** What the signs of a condition may be, for its answers to change at the values written in it and nowhere else. */
const comparing = new Set(
  ['Expression', 'Conjunction', 'Disjunction', 'Comparison', 'ParenthesizedExpression', 'VariableName', 'Identifier']
    .concat(['CompareOp', 'NumericLiteral', 'StringLiteral', 'BooleanLiteral', 'null', 'and', 'or', 'in', 'between'])
    .concat(['PositiveUnaryTest', 'PositiveUnaryTests', 'SimplePositiveUnaryTest', 'Interval', '(', ')', '[', ']', '..']),
);

const partsOf = (part: Part): readonly Part[] => [part, ...childrenOf(part).flatMap(partsOf)];

/**
 * Which answers a condition has over every context there could be, where that can be found out: one that only compares has its
 * answers at the values that it names, and beside them. `undefined`: it can't be, or there are too many.
 */
export const answersOf = (
  { top, names }: Readonly<{ top: Part; names: readonly string[] }>,
  expression: string,
  fields: Fields,
  holds: (context: CaseContext) => unknown,
): ReadonlySet<unknown> | undefined => {
  const parts = partsOf(top);
  const isNot = ({ from, to }: Part) => expression.slice(from, to) === 'not';
  const simple = (part: Part) =>
    comparing.has(part.name) || part.name === 'PositionalParameters' || (part.firstChild !== null && isNot(part.firstChild));
  if (!parts.every(simple)) return undefined;
  const written = (name: string) => parts.filter((part) => part.name === name).map(({ from, to }) => expression.slice(from, to));
  const strings: Value[] = [...written('StringLiteral').map((text) => text.slice(1, -1)), '\u0001', '\u0002'];
  const named = [...new Set(written('NumericLiteral').map(Number))].sort((a, b) => a - b);
  // Each number, one between it and the next, and one before all of them.
  const numbers: Value[] = named.flatMap((each, index) => [
    ...(index === 0 ? [each - 1] : []),
    each,
    (each + (named[index + 1] ?? each + 2)) / 2,
  ]);
  const candidates: Readonly<Record<Fields[string], readonly Value[]>> = {
    string: [null, ...strings],
    number: [null, ...(numbers.length > 0 ? numbers : [0, 1])],
    boolean: [null, true, false],
    any: [null, true, false, ...strings, ...numbers],
  };
  const choices = names.map((name) => [...new Set(candidates[fields[name] ?? 'any'])]);
  if (choices.reduce((product, each) => product * each.length, 1) > MOST) return undefined;
  const answers = new Set<unknown>();
  const choose = (index: number, context: Record<string, Value>): void => {
    const [name, values] = [names[index], choices[index]];
    if (name === undefined) return void answers.add(holds(context));
    for (const value of values ?? []) if (answers.size < 2) choose(index + 1, { ...context, [name]: value });
  };
  choose(0, {});
  return answers;
};
