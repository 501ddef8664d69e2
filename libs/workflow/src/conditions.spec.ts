import { holds, problemsOf, sameInEveryCase } from './conditions.js';

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
    ['some n in [1..1000] satisfies n = warnings', true],
    ['warnings in [0..50000000]', true],
    ['warnings in (2, 3)', true],
    ['date("2026-03-01") > date("2026-02-01")', true],
    ['not(ownRequest = (warnings > 5))', false],
    ['note = null', true],
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
    ['some a in [1..9], b in [1..9], c in [1..9] satisfies a + b + c = 3', 'too-large'],
    ['some a in [1..100] satisfies some b in [1..100] satisfies a * b = 7.5', 'too-large'],
    ['some n in [1.. 10 + 100000] satisfies n = warnings', 'too-large'],
    ['some n in 1..100000 satisfies n = warnings', 'too-large'],
    ['count(for n in [1..1001] return n) = 3', 'too-large'],
    ['some n in (for m in [1..9] return m) satisfies n = warnings', 'too-large'],
    [`${'('.repeat(300)}warnings${')'.repeat(300)} > 1`, 'too-large'],
    ['date and time("2026-01-01T00:00:00") > date and time("2026-01-01T00:00:00")', 'function'],
    ['@"2026-01-01" > @"2025-01-01"', 'function'],
    ['[1, 2, 3][item > warnings] = 2', 'function'],
    ['{warning: 1}.warning = 1', 'function'],
    ['today = 1', 'unknown-name'],
    ['some n in [1] satisfies n = 1 and (m > 1)', 'unknown-name'],
    ['n > 1 and (some n in [1] satisfies n = 1)', 'unknown-name'],
    ['count > 1 and count([1]) = 1', 'unknown-name'],
  ])('%s is refused', (expression, code) => {
    expect(problemsOf(expression, fields).map((problem) => problem.code)).toContain(code);
    expect(holds(expression, context)).toMatchObject({ code });
  });

  it.each([
    ['warnings = "2"', 'types'],
    ['proposerRole > 3', 'types'],
    ['3 < proposerRole', 'types'],
    ['ownRequest = "true"', 'types'],
    ['ownRequest > false', 'types'],
    ['warnings in ("a", "b")', 'types'],
    ['proposerRole in [1..3]', 'types'],
    ['proposerRole between 1 and 3', 'types'],
    ['warnings and ownRequest', 'types'],
    ['ownRequest + 1 > 2', 'types'],
    ['proposerRole + warnings = "a1"', 'types'],
    ['date(proposerRole) > "2026-01-01"', 'types'],
    ['proposerRole.length > 3', 'types'],
    ['warnings', 'not-a-condition'],
    ['"yes"', 'not-a-condition'],
  ])('%s makes no sense with fields of these types', (expression, code) =>
    expect(problemsOf(expression, fields).map((problem) => problem.code)).toContain(code),
  );

  it.each([
    ['warnings > 3 and warnings < 2', false],
    ['warnings > 3 and warnings < 4', undefined],
    ['ownRequest = true or ownRequest = false or ownRequest = null', true],
    ['proposerRole = "A" and proposerRole = "B"', false],
    ['proposerRole != "A" or proposerRole != "B"', true],
    ['not(ownRequest) and ownRequest', false],
    ['warnings in [5..5] and warnings != 5', false],
    ['proposerRole = "A"', undefined],
    ['warnings * 2 > 3 and warnings < 1', undefined],
    ['1 > 2', false],
  ])('%s is %s in every case', (expression, answer) => expect(sameInEveryCase(expression, fields)).toBe(answer));

  it('costs little, however it is written within its bounds', () => {
    const worst = [
      `some a in [1..31] satisfies some b in [1..31] satisfies a * b = ${'warnings + '.repeat(20)}0.5`,
      `some n in [1..1000] satisfies n = ${'warnings + '.repeat(30)}0.5`,
      `${'not('.repeat(40)}ownRequest${')'.repeat(40)}`,
    ];
    for (const expression of worst) {
      expect(problemsOf(expression, fields)).toEqual([]);
      const before = performance.now();
      expect(typeof holds(expression, context)).toBe('boolean');
      expect(performance.now() - before).toBeLessThan(1_000);
    }
  });

  it('that is no truth value is no condition', () =>
    expect(holds('warnings + 1', context)).toMatchObject({ code: 'not-a-condition' }));
});
