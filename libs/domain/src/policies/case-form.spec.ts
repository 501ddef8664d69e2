import { formOf } from './case-form.js';

const calendar = { version: 'test-1', zone: 'Asia/Jakarta', weekend: [6, 7], holidays: [] };
const form = formOf({
  type: 'object',
  additionalProperties: false,
  properties: {
    from: { type: 'string', format: 'date' },
    until: { type: 'string', format: 'date' },
    days: { type: 'integer', 'x-working-days': ['from', 'until'] },
    code: { type: 'string', pattern: '^(a+)+$' },
    other: { type: 'string', pattern: '^\\d{2}-[a-z]+$' },
    names: { type: 'array', items: {}, uniqueItems: true, maxItems: 3 },
  },
});
const within = <T>(ms: number, work: () => T): T => {
  const start = performance.now();
  const done = work();
  expect(performance.now() - start).toBeLessThan(ms);
  return done;
};
const codesOf = (dossier: Readonly<Record<string, unknown>>) => form.problems(dossier).map(({ code }) => code);

describe('the form that a schema is', () => {
  it('reckons working days between days, and of nothing else', () => {
    expect(form.completed({ from: '2026-03-02', until: '2026-03-04' }, calendar)).toMatchObject({ days: 3 });
    for (const [from, until] of [
      ['+012345-01-01', '+012345-01-05'],
      ['2026-03-02T00:00:00Z', '2026-03-04T00:00:00Z'],
      [{}, []],
    ])
      expect(form.completed({ from, until }, calendar)).not.toHaveProperty('days');
  });
  it('matches what is filled in without tracing back', () => {
    expect(within(1_000, () => codesOf({ code: `${'a'.repeat(50_000)}!` }))).toEqual(['field.matches']);
    expect(codesOf({ code: 'aaa', other: '12-ab' })).toEqual([]);
    expect(codesOf({ code: '12-ab', other: 'aaa' })).toEqual(['field.matches', 'field.matches']);
  });
  it('names a limit once', () => {
    const { problems } = formOf({
      type: 'object',
      properties: { n: { type: 'number', minimum: -1.5 }, l: { type: 'array', minItems: 2 } },
    });
    const told = problems({ n: -2, l: [] }).map(({ message }) => message.match(/-?\d+(\.\d+)?/g));
    expect(told).toEqual([['-1.5'], ['2']]);
  });
  it('tells so many faults and no more, and none of what is beyond all bounds', () => {
    const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 1]));
    expect(within(1_000, () => codesOf(fields(60_000)))).toEqual(['field.too-large']);
    expect(within(1_000, () => codesOf(fields(9_000)))).toHaveLength(50);
    const twice = Array.from({ length: 4_900 }, (_, n) => ({ n }));
    expect(within(3_000, () => codesOf({ names: twice }))).toEqual(['field.array-max-size']);
    expect(
      codesOf({
        names: [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      }),
    ).toEqual(['field.array-unique']);
    expect(codesOf({ names: [1, '1', [1]] })).toEqual([]);
  });
});
