import type { RulePhase } from '../events.js';
import { sound, withAssignment, withPerson, withTarget } from '../testing/rule-facts.js';
import { sari } from '../testing/small-town.js';
import { checkEligibility } from './check.js';
import { currentRuleSet } from './current.js';
import type { RuleFacts } from './rule-facts.js';
import { type RuleId, rules } from './rules/index.js';

/** The examples of the domain's table of rules, word for word, with the facts that they mean. */
type Example = readonly [rule: RuleId, passes: string, RuleFacts, fails: string, RuleFacts, failure: 'block' | 'warn'];

const paper = (type: string, required: boolean, state: RuleFacts['papers'][number]['state']) => ({ type, required, state });
const severe = { level: 'severe', kind: 'pembebasan jabatan', from: '2025-03-01', until: '2026-03-31' } as const;
const official = { inFreezeScope: true, type: 'SUPERVISOR' } as const;
const freezes = [{ from: '2024-03-22', until: null, basis: 'UU 10/2016 Ps 71(2)' }];
const born = (birthDate: string, more: Partial<RuleFacts> = {}) => withPerson({ birthDate }, more);
const regent = (status: 'definitive' | 'acting', inaugurated: string) => ({ person: 'regent', status, inaugurated });

const examples: readonly Example[] = [
  [
    'E01',
    '198001012005012001 with born 1980-01-01, F',
    sound,
    '198013012005012001 (month 13)',
    withPerson({ nip: '198013012005012001' }),
    'block',
  ],
  ['E02', 'status=aktif', sound, 'status=CLTN until 2026-09-30', withPerson({ status: 'unpaid_leave' }), 'block'],
  [
    'E03',
    'tmt_pns 2021-01-01',
    withPerson({ tmtPns: '2021-01-01' }),
    'status CPNS',
    withPerson({ employeeType: 'CPNS', tmtPns: null }),
    'block',
  ],
  [
    'E04',
    'PPPK guru moves SD A -> SD B, same position',
    withPerson({ employeeType: 'PPPK' }),
    'PPPK requests a move to another regency',
    withPerson({ employeeType: 'PPPK' }, { moveType: 'INTER_REGENCY' }),
    'block',
  ],
  [
    'E05',
    'TMT PNS 2014-03-01, request 2025-01-10',
    withPerson({ tmtPns: '2014-03-01' }, { moveType: 'INTER_REGENCY', ownRequest: true, today: '2025-01-10' }),
    'TMT PNS 2019-03-01, request 2025-01-10',
    withPerson({ tmtPns: '2019-03-01' }, { moveType: 'INTER_REGENCY', ownRequest: true, today: '2025-01-10' }),
    'block',
  ],
  [
    'E06',
    'Age 48, BUP 58',
    born('1978-02-01'),
    'Incoming, age 55, BUP 58',
    born('1971-02-01', { moveType: 'INTER_REGENCY' }),
    'block',
  ],
  [
    'E07',
    '58th birthday after effective date + 1 month',
    born('1968-05-02'),
    'Effective date after BUP month',
    born('1968-03-01'),
    'block',
  ],
  [
    'E10',
    'TMT 2022-06-01, effective 2024-06-01 (exactly 2 years)',
    withAssignment({ from: '2022-06-01' }, { day: '2024-06-01' }),
    'TMT 2022-06-02, effective 2024-06-01',
    withAssignment({ from: '2022-06-02' }, { day: '2024-06-01' }),
    'warn',
  ],
  ['E11', '3 years', withAssignment({ from: '2023-04-01' }), '6 years 1 month', withAssignment({ from: '2020-03-01' }), 'warn'],
  [
    'E12',
    'Inaugurated 2022-01-10, replaced 2024-02-01',
    withAssignment({ postType: 'JPT_PRATAMA', inaugurated: '2022-01-10' }, { day: '2024-02-01' }),
    'Inaugurated 2023-09-01, replaced 2024-02-01',
    withAssignment({ postType: 'JPT_PRATAMA', inaugurated: '2023-09-01' }, { day: '2024-02-01' }),
    'block',
  ],
  [
    'E20',
    '2023 Baik, 2024 Sangat Baik',
    withPerson({ predicates: { 2023: 'good', 2024: 'very_good' } }, { today: '2025-01-10' }),
    '2023 Butuh Perbaikan, 2024 Baik',
    withPerson({ predicates: { 2023: 'needs_improvement', 2024: 'good' } }, { today: '2025-01-10' }),
    'warn',
  ],
  [
    'E21',
    '2023 and 2024 present',
    withPerson({ predicates: { 2023: 'good', 2024: 'good' } }, { today: '2025-01-10' }),
    '2024 missing',
    withPerson({ predicates: { 2023: 'good' } }, { today: '2025-01-10' }),
    'block',
  ],
  ['E30', 'no open sanction', sound, 'pembebasan jabatan 12 months until 2026-03', withPerson({ sanctions: [severe] }), 'block'],
  [
    'E31',
    'none',
    sound,
    'teguran tertulis last month',
    withPerson({ sanctions: [{ level: 'light', kind: 'teguran tertulis', from: '2026-02-01', until: '2026-05-01' }] }),
    'warn',
  ],
  [
    'E50',
    'need 3, filled 2',
    withTarget({ need: 3, incumbents: ['a', 'b'] }),
    'Kabid X filled and incumbent not moving',
    withTarget({ incumbents: ['a'] }),
    'block',
  ],
  ['E53', 'no other proposal', sound, 'two proposals for Kabid PAUD', withTarget({ promisedTo: ['another'] }), 'block'],
  ['E54', 'none', sound, 'employee in batch 12 and proposal 88', { ...sound, liveCases: ['88'] }, 'block'],
  [
    'E80',
    'effective 2024-03-21',
    withTarget(official, { freezes, day: '2024-03-21' }),
    'effective 2024-03-22, no permission',
    withTarget(official, { freezes, day: '2024-03-22' }),
    'block',
  ],
  [
    'E81',
    'effective 7 months after',
    withTarget(official, { headOfRegion: regent('definitive', '2025-08-20') }),
    'effective 3 months after, no permission',
    withTarget(official, { headOfRegion: regent('definitive', '2026-01-01') }),
    'block',
  ],
  [
    'E82',
    'definitive regent',
    withTarget(official),
    'Pj Bupati, no permission',
    withTarget(official, { headOfRegion: regent('acting', '2021-02-26') }),
    'block',
  ],
  [
    'E90',
    'Bupati definitive',
    sound,
    'Plt Bupati without mandate signs an SK',
    { ...sound, signatory: { person: 'regent', kind: 'acting' } },
    'block',
  ],
  [
    'E91',
    'different people',
    { ...sound, actor: { person: 'regent', kind: 'definitive' } },
    'Kepala OPD approves his own transfer',
    { ...sound, actor: { person: sari.id, kind: 'definitive' } },
    'block',
  ],
  ['E92', '5 members, minutes signed', sound, 'no minutes', { ...sound, panel: null }, 'block'],
  [
    'E93',
    '9 of 9',
    { ...sound, papers: Array.from({ length: 9 }, (_, n) => paper(`paper-${n}`, true, 'accepted')) },
    'SKP 2023 missing',
    { ...sound, papers: [paper('performance_2y', true, 'missing')] },
    'block',
  ],
  [
    'E94',
    'SK 2026-02-10, TMT 2026-02-16',
    { ...sound, approvedOn: '2026-02-09', decree: { date: '2026-02-10', effectiveDate: '2026-02-16' } },
    'SK 2026-02-10, TMT 2026-01-01',
    { ...sound, approvedOn: '2026-02-09', decree: { date: '2026-02-10', effectiveDate: '2026-01-01' } },
    'block',
  ],
];

/** The last of the phases at which a rule is asked that knows all it needs. */
const phaseOf = (id: RuleId): RulePhase => {
  const asked: readonly RulePhase[] = currentRuleSet.rules[id]?.checkedAt ?? [];
  return asked.includes('decision') ? 'decision' : (asked.at(-1) ?? 'draft');
};

const verdictOf = (id: RuleId, facts: RuleFacts) =>
  checkEligibility({ ...facts, phase: phaseOf(id) }, currentRuleSet).verdicts.find(({ rule }) => rule === id);

describe('every rule', () => {
  it.each(examples)('%s passes: %s', (id, _, passing) => {
    expect(verdictOf(id, passing)).toMatchObject({ outcome: 'pass' });
  });

  it.each(examples.map(([id, , , fails, failing, failure]) => [id, fails, failing, failure] as const))(
    '%s fails: %s',
    (id, _, failing, failure) => {
      expect(verdictOf(id, failing)).toMatchObject({ outcome: failure });
    },
  );

  it('has an example, a row and a function', () => {
    expect(examples.map(([id]) => id)).toEqual(Object.keys(rules));
    expect(Object.keys(currentRuleSet.rules)).toEqual(Object.keys(rules));
  });

  it('says on what law it rests', () => {
    expect(Object.values(currentRuleSet.rules).every(({ basis }) => basis.length > 3)).toBe(true);
  });
});

describe('what is not known', () => {
  const unknownAs = (facts: RuleFacts, id: RuleId) => [
    verdictOf(id, facts)?.outcome,
    checkEligibility({ ...facts, phase: phaseOf(id) }, currentRuleSet).result,
  ];

  it('blocks where the rule would block, and warns where it would warn', () => {
    expect(unknownAs(withPerson({ sanctions: null }), 'E30')).toEqual(['unknown', 'blocked']);
    expect(unknownAs(withPerson({ underExamination: null }), 'E30')).toEqual(['unknown', 'blocked']);
    expect(unknownAs(withPerson({ predicates: null }), 'E21')).toEqual(['unknown', 'blocked']);
    expect(unknownAs({ ...sound, person: null }, 'E02')).toEqual(['unknown', 'blocked']);
    expect(verdictOf('E20', withPerson({ predicates: null }))).toMatchObject({ outcome: 'unknown', severity: 'warn' });
  });

  it('does not hide what is known to be wrong', () => {
    expect(verdictOf('E30', withPerson({ sanctions: [severe], underExamination: null }))).toMatchObject({ outcome: 'block' });
  });

  it('is not said of a history that was imported and is empty, nor of kinship that nobody declared', () => {
    expect(verdictOf('E30', withPerson({ sanctions: [] }))).toMatchObject({ outcome: 'pass' });
    expect(verdictOf('E91', sound)).toMatchObject({ outcome: 'pass', inputs: { kinship: 'none declared' } });
  });

  it('of a post that is not on the map, blocks', () => {
    expect(verdictOf('E50', { ...sound, target: null })).toMatchObject({ outcome: 'block', message: 'mutation.rule.E50.absent' });
  });
});

describe('the ratings of the year that has just ended', () => {
  const rated = (today: string, ...years: readonly number[]) =>
    verdictOf('E21', withPerson({ predicates: Object.fromEntries(years.map((year) => [year, 'good'])) }, { today }))?.outcome;

  it('are awaited until the end of March: until then the year before them counts', () => {
    expect(rated('2027-01-02', 2024, 2025)).toBe('pass');
    expect(rated('2027-03-31', 2024, 2025)).toBe('pass');
    expect(rated('2027-04-01', 2024, 2025)).toBe('block');
    expect(rated('2027-01-02', 2025)).toBe('block');
  });

  it('count as soon as they are there', () => {
    expect(rated('2027-01-20', 2025, 2026)).toBe('pass');
    expect(
      verdictOf('E20', withPerson({ predicates: { 2024: 'good', 2025: 'good', 2026: 'poor' } }, { today: '2027-01-20' })),
    ).toMatchObject({ outcome: 'warn' });
  });
});

describe('a permission of the home minister', () => {
  it('lets a move through the freeze and the first months of a regent', () => {
    const papers = [paper('mendagri_permission', false, 'attached')];
    expect(verdictOf('E80', withTarget(official, { freezes, papers }))).toMatchObject({ outcome: 'pass' });
    expect(verdictOf('E81', withTarget(official, { headOfRegion: regent('definitive', '2026-01-01'), papers }))).toMatchObject({
      outcome: 'pass',
    });
  });

  it('is not needed for a post the freeze does not cover', () => {
    expect(verdictOf('E80', { ...sound, freezes })).toMatchObject({ outcome: 'not_applicable' });
  });
});
