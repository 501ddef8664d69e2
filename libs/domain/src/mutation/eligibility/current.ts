import { hashOf } from '../hash.js';
import { ruleSet2026 } from './rule-set.js';
import type { RuleSet } from './rule.js';

/** The rules in force, with the hash that results are recorded with. */
export const currentRuleSet: RuleSet = { ...ruleSet2026, hash: hashOf(ruleSet2026) };
