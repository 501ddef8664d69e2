import { problemsOf, sameInEveryCase } from './conditions.js';

const fields = { proposerRole: 'string', ownRequest: 'boolean', warnings: 'number', note: 'any' } as const;
const told = (expression: string) => problemsOf(expression, fields).map(({ code, about }) => `${code}: ${about}`);

describe('whoever writes a condition is told where', () => {
  it.each([
    ['ownRequest and', 'syntax: ownRequest and'],
    ['', 'syntax: '],
    ['today() = 1', 'function: today'],
    ['time("10:00:00") = 1', 'function: time'],
    ['date and time("2026-01-01T00:00:00") = 1', 'function: date and time'],
    ['@"2026-01-01" = 1', 'function: @"2026-01-01"'],
    ['{a: 1}.a = 1', 'function: {a: 1}'],
    ['some n in [1..1001] satisfies n = 1', 'too-large: more than 1000 steps'],
    ['some a in [1..9], b in [1..9], c in [1..9] satisfies a + b + c = 3', 'too-large: c in [1..9]'],
    [`warnings in [${'1,'.repeat(150)}1]`, 'too-large: a list'],
    [`"${'x'.repeat(1_000)}" = proposerRole`, 'too-large: longer than 1000 characters'],
    [`warnings = ${'1 + '.repeat(200)}1`, 'too-large: more than 200 parts'],
    ['colour = 1', 'unknown-name: colour'],
  ])('it can’t be read or goes too far: %s', (expression, about) => expect(told(expression)).toEqual([about]));

  it.each([
    ['warnings.x = 1', 'warnings.x: a number has no parts'],
    ['ownRequest.x = 1', 'ownRequest.x: a boolean has no parts'],
    ['"a".x = 1', '"a".x: a string has no parts'],
    ['null.x = 1', 'null.x: a null has no parts'],
    ['(warnings) = "a"', '(warnings) = "a": a number is never a string'],
    ['warnings or ownRequest', 'warnings: a number is neither true nor false'],
    ['ownRequest and proposerRole', 'proposerRole: a string is neither true nor false'],
    ['count([1]) and ownRequest', 'count([1]): a number is neither true nor false'],
    ['note + proposerRole = 1', 'note + proposerRole = 1: a string is never a number'],
    ['note + warnings = "x"', 'note + warnings = "x": a number is never a string'],
    ['warnings + null = "x"', 'warnings + null = "x": a number is never a string'],
    ['warnings * 2 + "a" = 1', 'warnings * 2 + "a": a number and a string'],
    ['warnings in ["a"]', 'warnings in ["a"]: a number is never a string'],
    ['warnings in (1, "a")', 'warnings in (1, "a"): a number is never a string'],
    ['proposerRole in (> 3)', 'proposerRole in (> 3): a string is never a number'],
    ['ownRequest >= true', 'ownRequest >= true: a boolean has no order, compare it by = or !='],
    ['true < false', 'true < false: a boolean has no order, compare it by = or !='],
    ['note > true', 'note > true: a boolean has no order, compare it by = or !='],
    ['ownRequest > null', 'ownRequest > null: a boolean has no order, compare it by = or !='],
    ['ownRequest in (> false)', 'ownRequest in (> false): a boolean has no order, compare it by = or !='],
    ['ownRequest in (true, < true)', 'ownRequest in (true, < true): a boolean has no order, compare it by = or !='],
    ['ownRequest in [false..true]', 'ownRequest in [false..true]: a boolean has no order, compare it by = or !='],
    ['ownRequest between false and true', 'ownRequest between false and true: a boolean has no order, compare it by = or !='],
    ['(warnings > 1) >= ownRequest', '(warnings > 1) >= ownRequest: a boolean has no order, compare it by = or !='],
  ])('it compares or reckons with what can’t be: %s', (expression, about) =>
    expect(told(expression)).toEqual([`types: ${about}`]),
  );

  it.each([
    ['contains(ownRequest + 1, "a")', 'ownRequest + 1: one does not reckon with a boolean'],
    ['if ownRequest + 1 > 2 then true else false', 'ownRequest + 1: one does not reckon with a boolean'],
    ['some n in [1, 2] satisfies n + ownRequest > 1', 'n + ownRequest: one does not reckon with a boolean'],
    ['some n in [warnings + "a"] satisfies n = 1', 'warnings + "a": a number and a string'],
  ])('also where that is within something else: %s', (expression, about) =>
    expect(told(expression)).toContain(`types: ${about}`),
  );

  it.each([
    ...[
      ['string length(proposerRole)'],
      ['count([1])'],
      ['sum([1])'],
      ['abs(1)'],
      ['floor(1.5)'],
      ['ceiling(1.5)'],
      ['round(1.5, 0)'],
    ],
    ...[['number("2")'], ['(warnings + 1)']],
  ])('%s is a number, and no text', (part) => {
    expect(told(`${part} = "a"`)).toEqual([`types: ${part} = "a": a number is never a string`]);
    expect(told(`${part} = 2`)).toEqual([]);
    expect(told(part)).toEqual([`not-a-condition: a number: ${part}`]);
  });
  it.each([
    ['upper case(proposerRole)'],
    ['lower case(proposerRole)'],
    ['string(2)'],
    ['proposerRole'],
    ['(note + proposerRole)'],
  ])('%s is a text, and no number', (part) => {
    expect(told(`${part} = 3`)).toEqual([`types: ${part} = 3: a string is never a number`]);
    expect(told(`${part} = "x"`)).toEqual([]);
    expect(told(part)).toEqual([`not-a-condition: a string: ${part}`]);
  });
  it.each([
    ...[
      ['not(ownRequest)'],
      ['contains(proposerRole, "x")'],
      ['starts with(proposerRole, "x")'],
      ['ends with(proposerRole, "x")'],
    ],
    ...[['list contains([1], 1)'], ['all([true])'], ['any([true])'], ['is defined(note)'], ['(some n in [1] satisfies n = 1)']],
    ...[['(warnings > 1)'], ['(warnings in [1..3])'], ['(ownRequest or note)'], ['(warnings between 1 and 3)']],
  ])('%s is true or false, and no number', (part) => {
    expect(told(`${part} = 3`)).toEqual([`types: ${part} = 3: a boolean is never a number`]);
    expect(told(`${part} and ownRequest`)).toEqual([]);
    expect(told(part)).toEqual([]);
  });
  it.each([
    ...[['date("2026-01-01") > date("2026-02-01")'], ['date("2026-01-01").year = 2026'], ['duration("P1D").days = 1']],
    ...[['duration("P1D") > duration("P2D")'], ['date("2026-01-01") - date("2026-01-02") = duration("P1D")']],
    ...[['note.x = 1'], ['min(1, 2) > 1'], ['max(1, 2) = "x"'], ['note'], ['null'], ['note and note'], ['-warnings = 1']],
    ...[['proposerRole + proposerRole = "ab"'], ['proposerRole + note = "x"'], ['if ownRequest then true else false']],
    ...[['warnings in ([1..2], [3..4])'], ['warnings in (> 3)'], ['proposerRole in ["a"]'], ['ownRequest in (true)']],
    ...[['ownRequest = (warnings > 1)'], ['ownRequest in ((warnings > 1))'], ['ownRequest in [true, false]']],
    ...[['ownRequest != false'], ['ownRequest = null'], ['warnings < null'], ['not(note = 1)']],
  ])('nothing of %s, which has a sense', (expression) => expect(told(expression)).toEqual([]));
});

describe('a condition has one answer in every case', () => {
  it.each([
    ['warnings = null', undefined],
    ['warnings != null or warnings = null', true],
    ['warnings = warnings', true],
    ['warnings > 1 or warnings < 2', undefined],
    ['warnings > 2 and warnings < 2.5', undefined],
    ['warnings > 2 and warnings > 2.5 and warnings < 2.75 and note = 7', undefined],
    ['warnings < 0', undefined],
    ['warnings > 10 and warnings < 9', false],
    ['warnings between 1 and 3 and warnings > 4', false],
    ['note = "a" and note = 1', false],
    ['note = true', undefined],
    ['starts with(proposerRole, "a") and starts with(proposerRole, "b")', undefined],
    ['string length(proposerRole) = 1 and string length(proposerRole) = 2', undefined],
    ['not(warnings > 1) and warnings > 1', false],
    ['proposerRole = "A" or ownRequest', undefined],
    ['(proposerRole in ("A", "B")) and proposerRole = "C"', false],
  ])('%s: %s', (expression, answer) => expect(sameInEveryCase(expression, fields)).toBe(answer));
});
