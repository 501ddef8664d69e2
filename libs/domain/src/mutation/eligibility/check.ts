import type { Eligibility, Verdict } from '../events.js';
import { attributesOf, type RuleFacts } from './rule-facts.js';
import { type Condition, type Finding, notApplicable, type Rule, type RuleData, type RuleSet } from './rule.js';
import { rules } from './rules/index.js';

/**
 * Every rule of the set, asked of these facts at this phase. Pure.
 *
 * A rule that does not apply, or is not asked yet, answers `not_applicable`, never `pass`. `unknown` on a rule that would
 * block, blocks.
 */
export const checkEligibility = (facts: RuleFacts, { version, hash, rules: rows }: RuleSet): Eligibility => {
  const attributes = attributesOf(facts);
  const verdicts = Object.entries(rows).flatMap(([id, row]) => {
    const rule = ruleOf(id);
    return rule ? [verdictOf(id, row, rule, facts, attributes)] : [];
  });
  return { phase: facts.phase, ruleSet: { version, hash }, result: resultOf(verdicts), verdicts, factsAt: facts.at };
};

/** Whether a verdict stands in the way. */
export const isBlocking = ({ outcome, severity }: Verdict): boolean =>
  outcome === 'block' || (outcome === 'unknown' && severity === 'block');

const isWarning = ({ outcome, severity }: Verdict) => outcome === 'warn' || (outcome === 'unknown' && severity === 'warn');

const resultOf = (verdicts: readonly Verdict[]): Eligibility['result'] =>
  verdicts.some(isBlocking) ? 'blocked' : verdicts.some(isWarning) ? 'warnings' : 'eligible';

const byId: Readonly<Record<string, Rule | undefined>> = rules;
const ruleOf = (id: string): Rule | undefined => byId[id];

const verdictOf = (
  id: string,
  row: RuleData,
  rule: Rule,
  facts: RuleFacts,
  attributes: Readonly<Record<string, unknown>>,
): Verdict => {
  const severity = row.severity.find(({ when }) => holds(when, attributes))?.severity ?? 'warn';
  const { outcome, inputs, because } = findingOf(row, rule, facts, attributes);
  return {
    rule: id,
    outcome: outcome === 'fail' ? severity : outcome,
    severity,
    message: messageOf(id, outcome, because),
    inputs,
    basis: row.basis,
    overridable: row.overridable,
  };
};

const findingOf = (row: RuleData, rule: Rule, facts: RuleFacts, attributes: Readonly<Record<string, unknown>>): Finding => {
  if (!row.checkedAt.includes(facts.phase)) return { ...notApplicable({ askedAt: row.checkedAt }), because: 'not-yet' };
  return holds(row.appliesTo, attributes) ? rule(facts, row.params) : notApplicable({});
};

const messageOf = (id: string, outcome: Finding['outcome'], because?: string): string => {
  if (outcome === 'not_applicable') return `mutation.rule.${because ?? 'not-applicable'}`;
  return because === undefined ? `mutation.rule.${id}.${outcome}` : `mutation.rule.${id}.${because}`;
};

const holds = (condition: Condition, attributes: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(condition).every(([name, wanted]) =>
    Array.isArray(wanted) ? wanted.includes(attributes[name]) : wanted === attributes[name],
  );
