import type { RulePhase } from '../events.js';
import type { RuleFacts } from './rule-facts.js';

type Scalar = string | number | boolean;

/** Every named attribute is the value, or one of the values. Empty is always true. */
export type Condition = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** A rule's row: what the law and local policy say of it, as data. */
export type RuleData = Readonly<{
  basis: string;
  /** How grave a failure is; the first match wins. */
  severity: readonly Readonly<{ when: Condition; severity: 'block' | 'warn' }>[];
  appliesTo: Condition;
  checkedAt: readonly RulePhase[];
  params: Readonly<Record<string, Scalar | readonly Scalar[]>>;
  /** Whether somebody entitled may set it aside with a reason. */
  overridable: boolean;
}>;

export type RuleSetData = Readonly<{ version: string; rules: Readonly<Record<string, RuleData>> }>;

/** A version of the rules, and the SHA-256 of its canonical form. */
export type RuleSet = RuleSetData & Readonly<{ hash: string }>;

/**
 * What a rule found. `unknown`: the data to answer it is missing. `inputs` are what the answer rested on, and fill the
 * sentence `mutation.rule.<id>.<outcome>` (or `.<because>` where one outcome has several sentences).
 */
export type Finding = Readonly<{
  outcome: 'pass' | 'fail' | 'unknown' | 'not_applicable';
  inputs: Readonly<Record<string, unknown>>;
  because?: string;
}>;

/** A rule: facts in, a finding out. Pure and total; severity and scope are its row's business. */
export type Rule = (facts: RuleFacts, params: RuleData['params']) => Finding;

export const unknown = (inputs: Finding['inputs']): Finding => ({ outcome: 'unknown', inputs });
export const notApplicable = (inputs: Finding['inputs']): Finding => ({ outcome: 'not_applicable', inputs });

/** Passes where `holds`, fails otherwise. */
export const found = (holds: boolean, inputs: Finding['inputs'], because?: string): Finding => ({
  outcome: holds ? 'pass' : 'fail',
  inputs,
  ...(because !== undefined && !holds && { because }),
});

/** A number of a rule's row. */
export const numberOf = (params: RuleData['params'], name: string): number => {
  const value = params[name];
  return typeof value === 'number' ? value : Number.NaN;
};
