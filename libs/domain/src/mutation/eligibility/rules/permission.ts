import { later } from '../../days.js';
import { found, numberOf, type Rule, unknown } from '../rule.js';
import type { RuleFacts } from '../rule-facts.js';

/** The home minister's written permission is among the papers. */
const permitted = ({ papers }: RuleFacts) =>
  papers.some(({ type, state }) => type === 'mendagri_permission' && (state === 'attached' || state === 'accepted'));

export const outsideFreeze: Rule = (facts) => {
  const { freezes, day } = facts;
  const window = freezes.find(({ from, until }) => from <= day && (until === null || day <= until));
  return found(!window || permitted(facts), { day, window: window ?? null, permission: permitted(facts) });
};

export const regentSettledIn: Rule = (facts, params) => {
  const { headOfRegion, day } = facts;
  const inaugurated = headOfRegion?.inaugurated;
  if (!inaugurated) return unknown({ day });
  const months = numberOf(params, 'months');
  return found(later(inaugurated, { months }) <= day || permitted(facts), {
    inaugurated,
    day,
    months,
    permission: permitted(facts),
  });
};

export const regentIsDefinitive: Rule = (facts) => {
  if (!facts.headOfRegion) return unknown({});
  const { status } = facts.headOfRegion;
  return found(status === 'definitive' || permitted(facts), { status, permission: permitted(facts) });
};

/** No Plt or Plh signs a move (UU 30/2014 Ps 14): whoever fills the office must hold it by right. */
export const signatoryHasAuthority: Rule = ({ signatory }) =>
  found(signatory?.kind === 'definitive', { kind: signatory?.kind ?? null }, signatory ? 'acting' : 'vacant');
