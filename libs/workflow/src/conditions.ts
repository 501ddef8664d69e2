import { evaluate, parseExpression } from 'feelin';
import type { CaseContext } from './events.js';

/** What kind of value a field of the case's context holds; `any` where nothing is promised. Each may be `null` besides. */
export type FieldType = 'string' | 'number' | 'boolean' | 'any';
/** What a condition may read. */
export type Fields = Readonly<Record<string, FieldType>>;

/** What is wrong with a condition, for whoever writes the definition. */
export type ConditionProblem = Readonly<{
  code: 'syntax' | 'function' | 'too-large' | 'unknown-name' | 'not-a-condition';
  about: string;
}>;

/** Bounds on a condition: what is decided in an approval must not depend on the clock, and must end soon (decisions.md 36). */
const bounds = { length: 1_000, nodes: 200, list: 100, range: 1_000, loops: 2 };
const functions = new Set(
  [
    'not',
    'contains',
    'starts with',
    'ends with',
    'string length',
    'upper case',
    'lower case',
    'list contains',
    'count',
    'min',
    'max',
    'sum',
  ].concat(['abs', 'floor', 'ceiling', 'round', 'all', 'any', 'number', 'string', 'date', 'is defined']),
);

type Compiled = Readonly<{
  names: readonly string[];
  problems: readonly ConditionProblem[];
  answers: Map<string, boolean | ConditionProblem>;
}>;
const compiled = new Map<string, Compiled>();
const CACHED = 1_000;

/** Reads an expression once. Kept by its text, so that a stage's condition costs a look-up from the second case on. */
const compile = (expression: string): Compiled => {
  const known = compiled.get(expression);
  if (known) return known;
  if (compiled.size >= CACHED) compiled.clear();
  const fresh = { ...read(expression), answers: new Map<string, boolean | ConditionProblem>() };
  compiled.set(expression, fresh);
  return fresh;
};

const read = (expression: string): Pick<Compiled, 'names' | 'problems'> => {
  if (expression.length > bounds.length)
    return { names: [], problems: [{ code: 'too-large', about: `longer than ${bounds.length} characters` }] };
  const names = new Set<string>();
  const own = new Set<string>();
  const problems: ConditionProblem[] = [];
  const called: string[] = [];
  let nodes = 0;
  let loops = 0;
  parseExpression(expression, {}, undefined).iterate({
    enter: (node) => {
      const text = expression.slice(node.from, node.to);
      if (++nodes === bounds.nodes) problems.push({ code: 'too-large', about: `more than ${bounds.nodes} parts` });
      if (node.type.isError) problems.push({ code: 'syntax', about: text || expression });
      switch (node.name) {
        case 'FunctionInvocation':
          called.push(text.slice(0, text.indexOf('(')).trim());
          break;
        case 'FunctionDefinition':
        case 'FilterExpression':
          problems.push({ code: 'function', about: text });
          break;
        case 'QuantifiedExpression':
        case 'ForExpression':
          if (++loops > bounds.loops) problems.push({ code: 'too-large', about: text });
          break;
        case 'List':
          if (text.split(',').length > bounds.list) problems.push({ code: 'too-large', about: 'a list' });
          break;
        case 'Name':
          own.add(text);
          break;
        case 'VariableName':
          names.add(text);
      }
    },
  });
  for (const range of expression.matchAll(/([^\s[(\]),]*)\s*\.\.\s*([^\s[(\]),]*)/g)) {
    const [from, to] = [Number(range[1] || NaN), Number(range[2] || NaN)];
    if (!(Math.abs(to - from) <= bounds.range)) problems.push({ code: 'too-large', about: range[0] });
  }
  for (const name of called) if (!functions.has(name)) problems.push({ code: 'function', about: name });
  return { names: [...names].filter((name) => !own.has(name) && !called.includes(name)), problems };
};

/** What would keep a condition from being evaluated over the named context. Empty: nothing. */
export const problemsOf = (expression: string, fields: Fields): readonly ConditionProblem[] => {
  const { names, problems } = compile(expression);
  const unknown = names.filter((name) => !Object.hasOwn(fields, name)).map((about) => ({ code: 'unknown-name', about }) as const);
  return [...problems, ...unknown];
};

/**
 * Whether a condition holds. `null` (FEEL's answer to a comparison that means nothing) counts as not true;
 * a name the context lacks, and an answer that is no truth value, are problems and not answers.
 */
export const holds = (expression: string, context: CaseContext): boolean | ConditionProblem => {
  const { names, problems, answers } = compile(expression);
  const [problem] = problems;
  if (problem) return problem;
  const missing = names.find((name) => !Object.hasOwn(context, name));
  if (missing !== undefined) return { code: 'unknown-name', about: missing };
  const key = JSON.stringify(names.map((name) => context[name]));
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size >= CACHED) answers.clear();
  const answer = evaluated(expression, context);
  answers.set(key, answer);
  return answer;
};

const evaluated = (expression: string, context: CaseContext): boolean | ConditionProblem => {
  try {
    const { value } = evaluate(expression, context);
    if (value === null) return false;
    return typeof value === 'boolean' ? value : { code: 'not-a-condition', about: expression };
  } catch {
    return { code: 'syntax', about: expression };
  }
};
