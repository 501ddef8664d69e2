import fc from 'fast-check';
import { later } from '../days.js';
import type { RulePhase } from '../events.js';
import { sound, withAssignment } from '../testing/rule-facts.js';
import { sari, vacancy } from '../testing/small-town.js';
import { texts } from '../texts.js';
import { checkEligibility } from './check.js';
import { currentRuleSet } from './current.js';
import type { RuleFacts } from './rule-facts.js';

/** A failing run prints its seed; with `FC_SEED` in the environment that run is repeated. */
const seed = process.env['FC_SEED'] === undefined ? {} : { seed: Number(process.env['FC_SEED']) };

const phases: readonly RulePhase[] = ['draft', 'submission', 'verification', 'decision', 'decree', 'effective'];
const day = fc
  .date({ min: new Date('1960-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const postType = fc.constantFrom('JPT_PRATAMA', 'ADMINISTRATOR', 'SUPERVISOR', 'FUNCTIONAL', 'IMPLEMENTER');
const state = fc.constantFrom('missing', 'awaited', 'attached', 'accepted', 'deficient', 'expired', 'produced');
const actor = fc.record({
  person: fc.constantFrom('sari', 'regent', 'head-asal', 'officer', 'kin'),
  kind: fc.constantFrom('definitive', 'acting', 'daily', 'substitute'),
});

const anything: fc.Arbitrary<RuleFacts> = fc.record({
  phase: fc.constantFrom(...phases),
  moveType: fc.constantFrom('INTERNAL_ROTATION', 'INTER_REGENCY', 'PROMOTION'),
  ownRequest: fc.boolean(),
  today: day,
  day,
  papers: fc.array(
    fc.record({ type: fc.constantFrom('opd_proposal', 'performance_2y', 'mendagri_permission'), required: fc.boolean(), state }),
  ),
  proposer: fc.constantFrom('head-asal', 'sari'),
  actor: maybe(actor),
  verifier: maybe(fc.constantFrom('officer', 'head-asal')),
  signatory: maybe(actor),
  panel: maybe(fc.record({ size: fc.nat(7), quorum: fc.nat(5), cast: fc.nat(7), outcome: fc.constantFrom('passed', 'failed') })),
  decree: maybe(fc.record({ date: day, effectiveDate: day })),
  approvedOn: maybe(day),
  person: maybe(
    fc.record({
      ...Object.fromEntries(Object.entries(sari).map(([name, value]) => [name, fc.constant(value)])),
      id: fc.constant('sari'),
      nip: fc.constantFrom('198001012005012001', '198001012005212001', 'x'),
      birthDate: day,
      gender: fc.constantFrom('M', 'F'),
      employeeType: fc.constantFrom('PNS', 'CPNS', 'PPPK', 'ELECTED'),
      status: fc.constantFrom('active', 'retired', 'suspended'),
      grade: fc.constant('III/c'),
      tmtCpns: maybe(day),
      tmtPns: maybe(day),
      assignment: maybe(
        fc.record({
          id: fc.constant('a'),
          post: fc.constant('p'),
          unit: fc.constant('u'),
          agency: fc.constant('asal'),
          from: day,
          inaugurated: maybe(day),
          postType,
          echelon: fc.constant(null),
          inFreezeScope: fc.boolean(),
          retirementAge: fc.constantFrom(58, 60),
          jobFamily: maybe(fc.constantFrom('teacher', 'health')),
        }),
      ),
      sanctions: maybe(
        fc.array(
          fc.record({
            level: fc.constantFrom('light', 'medium', 'severe'),
            kind: fc.constant('k'),
            from: day,
            until: maybe(day),
          }),
        ),
      ),
      underExamination: maybe(fc.boolean()),
      predicates: maybe(fc.dictionary(fc.constantFrom('2023', '2024', '2025'), fc.constantFrom('good', 'poor', 'very_good'))),
      kin: maybe(fc.constant([{ person: 'kin', relation: 'spouse' as const }])),
    }),
  ),
  target: maybe(
    fc.record({
      ...Object.fromEntries(Object.entries(vacancy).map(([name, value]) => [name, fc.constant(value)])),
      id: fc.constant('post-new'),
      unit: fc.constant('u'),
      agency: fc.constant('tujuan'),
      type: postType,
      echelon: fc.constant(null),
      need: fc.nat(3),
      incumbents: fc.array(fc.constantFrom('a', 'b', 'sari')),
      leaving: fc.nat(1),
      promisedTo: fc.array(fc.constant('another'), { maxLength: 2 }),
      inFreezeScope: fc.boolean(),
      retirementAge: fc.constantFrom(58, 60),
      jobFamily: fc.constant(null),
      specialConsent: fc.constant(null),
    }),
  ),
  headOfRegion: maybe(
    fc.record({ person: fc.constant('regent'), status: fc.constantFrom('definitive', 'acting'), inaugurated: maybe(day) }),
  ),
  freezes: fc.array(fc.record({ from: day, until: maybe(day), basis: fc.constant('UU') })),
  liveCases: fc.array(fc.constant('another'), { maxLength: 1 }),
  at: fc.constant('1'),
});

const check = (facts: RuleFacts) => checkEligibility(facts, currentRuleSet);
const outcomeOf = (facts: RuleFacts, id: string) => check(facts).verdicts.find(({ rule }) => rule === id)?.outcome;
const property = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, holds), { verbose: 1, ...seed });

describe('a check of eligibility', () => {
  it('answers every rule, whatever the facts, with a sentence that exists', () => {
    property(anything, (facts) => {
      const { verdicts } = check(facts);
      expect(verdicts).toHaveLength(Object.keys(currentRuleSet.rules).length);
      expect(verdicts.map(({ message }) => message).filter((message) => !Object.hasOwn(texts, message))).toEqual([]);
    });
  });

  it('is blocked exactly where something blocks or an unknown would', () => {
    property(anything, (facts) => {
      const { result, verdicts } = check(facts);
      const blocks = verdicts.some(
        ({ outcome, severity }) => outcome === 'block' || (outcome === 'unknown' && severity === 'block'),
      );
      expect(result === 'blocked').toBe(blocks);
    });
  });

  it('calls a rule that is not asked here, or does not apply, not applicable and never passed', () => {
    property(anything, (facts) => {
      for (const { rule, outcome } of check(facts).verdicts) {
        if (!currentRuleSet.rules[rule]?.checkedAt.includes(facts.phase)) expect(outcome).toBe('not_applicable');
      }
      if (facts.person?.employeeType !== 'PPPK') expect(outcomeOf(facts, 'E04')).toBe('not_applicable');
    });
  });

  it('never turns from pass to failure because a paper was added', () => {
    const paper = fc.record({
      type: fc.constantFrom('opd_proposal', 'mendagri_permission', 'family_reason_evidence'),
      required: fc.constant(false),
      state: fc.constantFrom('attached', 'accepted'),
    });
    property(fc.tuple(anything, paper), ([facts, added]) => {
      const after = check({ ...facts, papers: [...facts.papers, added] }).verdicts;
      check(facts).verdicts.forEach(({ outcome }, n) => {
        if (outcome === 'pass') expect(after[n]?.outcome).toBe('pass');
      });
    });
  });

  it('does not depend on the order of rules or papers', () => {
    property(anything, (facts) => {
      const reversed = { ...currentRuleSet, rules: Object.fromEntries(Object.entries(currentRuleSet.rules).reverse()) };
      const backwards = checkEligibility({ ...facts, papers: [...facts.papers].reverse() }, reversed);
      const outcomes = ({ verdicts }: typeof backwards) =>
        Object.fromEntries(verdicts.map(({ rule, outcome }) => [rule, outcome]));
      expect(outcomes(backwards)).toEqual(outcomes(check(facts)));
      expect(backwards.result).toBe(check(facts).result);
    });
  });

  it('finds tenure only longer and retirement only nearer when the move is later', () => {
    property(fc.tuple(day, day, fc.nat(60)), ([from, on, months]) => {
      const before = withAssignment({ from }, { day: on, phase: 'submission' });
      const after = { ...before, day: later(on, { months }) };
      if (outcomeOf(before, 'E10') === 'pass') expect(outcomeOf(after, 'E10')).toBe('pass');
      if (outcomeOf(before, 'E07') === 'block') expect(outcomeOf(after, 'E07')).toBe('block');
    });
  });

  it('is recorded with the version and the hash of its rules', () => {
    expect(check(sound)).toMatchObject({
      result: 'eligible',
      ruleSet: { version: '2026-11', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      factsAt: '1',
    });
  });
});
