import { evaluate } from 'feelin';
import { answersOf } from './condition-answers.js';
import { type ConditionProblem, readCondition, type Reading } from './condition-reader.js';
import { type Fields, problemsOfTypes } from './condition-types.js';
import type { CaseContext } from './events.js';

type Compiled = Reading & Readonly<{ answers: Map<string, boolean | ConditionProblem> }>;
const compiled = new Map<string, Compiled>();
const CACHED = 1_000;

/** Reads an expression once. Kept by its text, so that a stage's condition costs a look-up from the second case on. */
const compile = (expression: string): Compiled => {
  const known = compiled.get(expression);
  if (known) return known;
  if (compiled.size >= CACHED) compiled.clear();
  const fresh = { ...readCondition(expression), answers: new Map<string, boolean | ConditionProblem>() };
  compiled.set(expression, fresh);
  return fresh;
};

/** What would keep a condition from being evaluated over the named context, or from having a sense there. Empty: nothing. */
export const problemsOf = (expression: string, fields: Fields): readonly ConditionProblem[] => {
  const { top, names, problems } = compile(expression);
  const unknown = names.filter((name) => !Object.hasOwn(fields, name)).map((about) => ({ code: 'unknown-name', about }) as const);
  const found = [...problems, ...unknown];
  return found.length > 0 ? found : problemsOfTypes(top, expression, fields);
};

/** Whether a condition has the same answer in every case, as far as that can be told; `undefined`: it hasn't, or it can't. */
export const sameInEveryCase = (expression: string, fields: Fields): boolean | undefined => {
  const answers = answersOf(compile(expression), expression, fields, (context) => evaluated(expression, context));
  const [answer] = answers ?? [];
  return answers?.size === 1 && typeof answer === 'boolean' ? answer : undefined;
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
