import { childrenOf, type ConditionProblem, type Part } from './condition-reader.js';

/** What kind of value a field of the case's context holds; `any` where nothing is promised. Each may be `null` besides. */
export type FieldType = 'string' | 'number' | 'boolean' | 'any';
/** What a condition may read. */
export type Fields = Readonly<Record<string, FieldType>>;

type Type = FieldType | 'date' | 'null';

const results: Readonly<Record<string, Type>> = {
  not: 'boolean',
  contains: 'boolean',
  'starts with': 'boolean',
  'ends with': 'boolean',
  'list contains': 'boolean',
  all: 'boolean',
  any: 'boolean',
  'is defined': 'boolean',
  'string length': 'number',
  count: 'number',
  sum: 'number',
  abs: 'number',
  floor: 'number',
  ceiling: 'number',
  round: 'number',
  number: 'number',
  string: 'string',
  'upper case': 'string',
  'lower case': 'string',
};

const literals: Readonly<Record<string, Type>> = {
  NumericLiteral: 'number',
  StringLiteral: 'string',
  BooleanLiteral: 'boolean',
  null: 'null',
};

const open = (type: Type): boolean => type === 'any' || type === 'null';
const agree = (a: Type, b: Type): boolean => open(a) || open(b) || a === b;
const signs = new Set([
  '(',
  ')',
  '[',
  ']',
  '<',
  '>',
  '..',
  'and',
  'or',
  'in',
  'between',
  'CompareOp',
  'ArithOp',
  'if',
  'then',
  'else',
]);

/** Where a condition compares or reckons with what can't be compared or reckoned with. FEEL answers `null` there, which is never true. */
export const problemsOfTypes = (top: Part, expression: string, fields: Fields): readonly ConditionProblem[] => {
  const problems: ConditionProblem[] = [];
  const textOf = ({ from, to }: Part) => expression.slice(from, to);
  const found = (part: Part, about: string) => problems.push({ code: 'types', about: `${textOf(part)}: ${about}` });
  const operandsOf = (part: Part) => childrenOf(part).filter(({ name }) => !signs.has(name));

  const allBoolean = (part: Part): Type => {
    for (const operand of operandsOf(part)) {
      const type = typeOf(operand);
      if (!agree(type, 'boolean')) found(operand, `a ${type} is neither true nor false`);
    }
    return 'boolean';
  };
  const comparison = (part: Part): Type => {
    const [left, ...rest] = operandsOf(part);
    if (!left) return 'boolean';
    const type = typeOf(left);
    const others = rest.flatMap(valuesIn).map((value) => ({ value, type: typeOf(value) }));
    for (const other of others) if (!agree(type, other.type)) found(part, `a ${type} is never a ${other.type}`);
    if (asksForOrder(part) && [type, ...others.map((other) => other.type)].includes('boolean'))
      found(part, 'a boolean has no order, compare it by = or !=');
    return 'boolean';
  };
  /** Whether one is to be before another: by a sign, between two, or by a test or a range of `in`. */
  const asksForOrder = (part: Part): boolean =>
    childrenOf(part).some(
      (inner) =>
        inner.name === 'between' ||
        inner.name === 'Interval' ||
        (inner.name === 'CompareOp' && !['=', '!='].includes(textOf(inner))) ||
        (isTest(inner) && asksForOrder(inner)),
    );
  /** What `in` compares with: the ends of ranges, the members of lists and tests. */
  const valuesIn = (part: Part): readonly Part[] =>
    isTest(part) || part.name === 'Interval' || part.name === 'List' ? operandsOf(part).flatMap(valuesIn) : [part];
  const isTest = (part: Part): boolean =>
    ['PositiveUnaryTest', 'PositiveUnaryTests', 'SimplePositiveUnaryTest'].includes(part.name) ||
    (part.name === 'ParenthesizedExpression' && operandsOf(part)[0]?.name === 'SimplePositiveUnaryTest');
  const arithmetic = (part: Part): Type => {
    const types = operandsOf(part).map(typeOf);
    if (types.includes('boolean')) found(part, 'one does not reckon with a boolean');
    const [first = 'any', second] = types;
    if (second === undefined) return first;
    if ([first, second].includes('date')) return 'any';
    if (!agree(first, second)) found(part, `a ${first} and a ${second}`);
    return open(first) ? second : first;
  };
  const typeOf = (part: Part): Type => {
    const literal = literals[part.name];
    if (literal !== undefined) return literal;
    const inside = operandsOf(part);
    switch (part.name) {
      case 'VariableName':
        return Object.hasOwn(fields, textOf(part)) ? (fields[textOf(part)] ?? 'any') : 'any';
      case 'ParenthesizedExpression':
      case 'Expression':
        return inside[0] ? typeOf(inside[0]) : 'any';
      case 'Conjunction':
      case 'Disjunction':
        return allBoolean(part);
      case 'Comparison':
        return comparison(part);
      case 'ArithmeticExpression':
        return arithmetic(part);
      case 'DateTimeLiteral':
        return textOf(part).startsWith('date') ? 'date' : 'any';
      case 'PathExpression': {
        const of = inside[0] ? typeOf(inside[0]) : 'any';
        if (of !== 'any' && of !== 'date') found(part, `a ${of} has no parts`);
        return 'any';
      }
      case 'FunctionInvocation': {
        const [called, ...given] = inside;
        given.forEach(typeOf);
        return (called && results[textOf(called)]) ?? 'any';
      }
      case 'QuantifiedExpression':
        inside.forEach(typeOf);
        return 'boolean';
      default:
        inside.forEach(typeOf);
        return 'any';
    }
  };

  const answer = typeOf(top);
  if (!agree(answer, 'boolean')) problems.push({ code: 'not-a-condition', about: `a ${answer}: ${expression}` });
  return problems;
};
