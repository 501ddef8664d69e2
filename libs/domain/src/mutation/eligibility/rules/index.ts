import type { Rule } from '../rule.js';
import { hasNoLightSanction, isNotSanctioned, isRated, ratedWell } from './conduct.js';
import { outsideFreeze, regentIsDefinitive, regentSettledIn, signatoryHasAuthority } from './permission.js';
import { contractAllows, isActive, isAppointed, nipAgrees, notRetiredYet, servedTenYears, yearsToRetirement } from './person.js';
import { hasNoOtherCase, hasVacancy, isNotPromised } from './post.js';
import { noConflictOfInterest, notBackdated, panelConsidered, papersComplete } from './process.js';
import { heldLongEnough, inauguratedLongEnough, notHeldTooLong } from './tenure.js';
import type { ruleSet2026 } from '../rule-set.js';

export type RuleId = keyof (typeof ruleSet2026)['rules'];

/** What each row of the rule set asks. To add a rule: its function, a line here, a row in `rule-set.ts`, its sentences in `texts.ts`. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  E01: nipAgrees,
  E02: isActive,
  E03: isAppointed,
  E04: contractAllows,
  E05: servedTenYears,
  E06: yearsToRetirement,
  E07: notRetiredYet,
  E10: heldLongEnough,
  E11: notHeldTooLong,
  E12: inauguratedLongEnough,
  E20: ratedWell,
  E21: isRated,
  E30: isNotSanctioned,
  E31: hasNoLightSanction,
  E50: hasVacancy,
  E53: isNotPromised,
  E54: hasNoOtherCase,
  E80: outsideFreeze,
  E81: regentSettledIn,
  E82: regentIsDefinitive,
  E90: signatoryHasAuthority,
  E91: noConflictOfInterest,
  E92: panelConsidered,
  E93: papersComplete,
  E94: notBackdated,
};
