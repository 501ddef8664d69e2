import { found, type Rule } from '../rule.js';

export const hasVacancy: Rule = ({ person, target }) => {
  if (!target) return found(false, {}, 'absent');
  // Whoever moves in is not counted against himself where the read model is ahead of the case.
  const filled = target.incumbents.filter((id) => id !== person?.id).length - target.leaving;
  return found(filled < target.need, { need: target.need, filled, leaving: target.leaving });
};

export const isNotPromised: Rule = ({ target }) => {
  const promised = target?.promisedTo ?? [];
  const free = target ? target.need - (target.incumbents.length - target.leaving) : 0;
  return found(promised.length === 0 || promised.length < free, { promised: promised.length });
};

export const hasNoOtherCase: Rule = ({ liveCases }) => found(liveCases.length === 0, { cases: liveCases.length });
