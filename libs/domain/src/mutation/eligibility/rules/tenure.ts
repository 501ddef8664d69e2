import { later } from '../../days.js';
import { found, numberOf, type Rule, unknown } from '../rule.js';

const twoYears = 2;

export const heldLongEnough: Rule = ({ person, day }, params) => {
  if (!person?.assignment) return unknown({ day });
  const years = numberOf(params, 'min_years');
  const { from } = person.assignment;
  return found(later(from, { years }) <= day, { from, day, years });
};

export const notHeldTooLong: Rule = ({ person, day }, params) => {
  if (!person?.assignment) return unknown({ day });
  const years = numberOf(params, 'max_years');
  const { from } = person.assignment;
  return found(day <= later(from, { years }), { from, day, years });
};

/** High officials are not replaced within two years of their inauguration (UU ASN). */
export const inauguratedLongEnough: Rule = ({ person, day }) => {
  if (!person?.assignment?.inaugurated) return unknown({ day });
  const { inaugurated } = person.assignment;
  return found(later(inaugurated, { years: twoYears }) <= day, { inaugurated, day });
};
