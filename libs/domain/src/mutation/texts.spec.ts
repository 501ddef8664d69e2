import { currentRuleSet } from './eligibility/current.js';
import { refusals } from './refusals.js';
import { texts } from './texts.js';

const codes = Object.keys(texts);

describe('the words', () => {
  it('say every refusal', () => {
    expect(Object.keys(refusals).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('say what every rule may find, in both languages', () => {
    for (const id of Object.keys(currentRuleSet.rules))
      expect(codes.filter((code) => code.startsWith(`mutation.rule.${id}.`)).length).toBeGreaterThan(1);
    expect(Object.values(texts).every(({ id, en }) => id.length > 5 && en.length > 5)).toBe(true);
  });
});
