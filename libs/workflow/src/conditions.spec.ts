import { holds, problemsOf } from './conditions.js';

const context = { proposerRole: 'DEST_HEAD', ownRequest: false, warnings: 2, note: null };
const fields = { proposerRole: 'string', ownRequest: 'boolean', warnings: 'number', note: 'any' } as const;

describe('a condition', () => {
  it.each([
    ['proposerRole != "ORIGIN_HEAD"', true],
    ['ownRequest', false],
    ['not(ownRequest) and warnings > 1', true],
    ['proposerRole in ("EMPLOYEE", "DEST_HEAD")', true],
    ['list contains(["EMPLOYEE"], proposerRole)', false],
    ['some n in [1, 2, 3] satisfies n = warnings', true],
    ['some n in [1..9] satisfies n = warnings', true],
    ['some n in [1..1001] satisfies n = warnings', true],
    ['some a in [1..2] satisfies some b in [1..2] satisfies a + b = warnings', true],
    [`warnings in [${'1,'.repeat(98)}1,2]`, true],
    [`warnings = 2 ${' '.repeat(987)}`, true],
    ['starts with(proposerRole, "DEST")', true],
    ['warnings between 1 and 3', true],
    ['note > 3', false],
  ])('%s is %s', (expression, answer) => {
    expect(holds(expression, context)).toBe(answer);
    expect(problemsOf(expression, fields)).toEqual([]);
  });

  it('has an answer of its own for every context', () => {
    expect([0, 5, 0].map((warnings) => holds('warnings > 1', { warnings }))).toEqual([false, true, false]);
    expect([5, '5'].map((warnings) => holds('warnings = 5', { warnings }))).toEqual([true, false]);
  });

  it.each([
    ['warning > 1', 'unknown-name'],
    ['((', 'syntax'],
    ['', 'syntax'],
    ['today() > date("2026-01-01")', 'function'],
    ['now() = now()', 'function'],
    ['matches(proposerRole, "(a+)+b")', 'function'],
    ['(function(x) x)(warnings) = 1', 'function'],
    [`warnings = ${'1 + '.repeat(200)}1`, 'too-large'],
    [`"${'x'.repeat(1_000)}" = proposerRole`, 'too-large'],
    ['some n in [1..1000000] satisfies n = warnings', 'too-large'],
    ['some n in [1..warnings] satisfies n = 1', 'too-large'],
    [`warnings in [${'1,'.repeat(150)}1]`, 'too-large'],
    ['some a in [1..9] satisfies some b in [1..9] satisfies some c in [1..9] satisfies a + b + c = 3', 'too-large'],
  ])('%s is refused', (expression, code) => {
    expect(problemsOf(expression, fields).map((problem) => problem.code)).toContain(code);
    expect(holds(expression, context)).toMatchObject({ code });
  });

  it('that is no truth value is no condition', () =>
    expect(holds('warnings + 1', context)).toMatchObject({ code: 'not-a-condition' }));
});
