import { barring, handsBy, handsOf } from './four-eyes.js';
import { definitionOf, final, heads, hearing, holds } from './testing.js';

const stages = [heads, hearing, { ...final, key: 'second' }, final];
const four = {
  definition: definitionOf(stages, {
    fourEyes: [
      ['heads', 'final'],
      ['second', 'final'],
    ],
  }),
};
const once = { definition: definitionOf(stages, { fourEyes: [], oncePerCase: true }) };

describe('hands', () => {
  it('are those of a delegate and of whoever lent him the power, and of nobody besides where he stands in by law', () => {
    expect(handsOf(holds('dele', 'x', { kind: 'delegate', onBehalfOf: 'head' }))).toStrictEqual({
      person: 'dele',
      principal: 'head',
    });
    expect(handsOf(holds('dele', 'x', { kind: 'delegate' }))).toStrictEqual({ person: 'dele' });
    expect(handsOf(holds('sub', 'x', { kind: 'substitute', onBehalfOf: 'head' }))).toStrictEqual({ person: 'sub' });
    const by = { by: 'dele', kind: 'delegate', onBehalfOf: 'head' } as const;
    expect(handsBy(by)).toStrictEqual({ person: 'dele', principal: 'head' });
    expect(handsBy({ by: 'dele', kind: 'delegate' })).toStrictEqual({ person: 'dele' });
    expect(handsBy({ ...by, kind: 'substitute' })).toStrictEqual({ person: 'dele' });
  });

  it.each<[string, object, object, boolean]>([
    ['one person twice', { person: 'a' }, { person: 'a' }, true],
    ['two persons', { person: 'a' }, { person: 'b' }, false],
    ['whoever lent his power before, by himself', { person: 'a', principal: 'p' }, { person: 'p' }, true],
    ['a delegate of who acted before', { person: 'p' }, { person: 'a', principal: 'p' }, true],
    ['two delegates of one', { person: 'a', principal: 'p' }, { person: 'b', principal: 'p' }, true],
    ['two delegates of two', { person: 'a', principal: 'p' }, { person: 'b', principal: 'q' }, false],
    ['a delegate of a delegate of another', { person: 'a', principal: 'p' }, { person: 'b', principal: 'a' }, true],
    ['a delegate of another person', { person: 'a' }, { person: 'b', principal: 'q' }, false],
  ])('of %s are the same or not', (_, before, now, same) => {
    const deeds = [{ stage: 'heads', person: '', ...before }];
    const expected = same ? { rule: 'four-eyes', acted: 'heads' } : undefined;
    expect(barring({ ...four, deeds }, 'final', { person: '', ...now })).toEqual(expected);
  });
});

describe('who acted before', () => {
  const did = (...keys: readonly string[]) => keys.map((stage) => ({ stage, person: 'a' }));
  it.each<[string, typeof four, readonly string[], string, object | undefined]>([
    ['is barred where both stages are in one set', four, ['heads'], 'final', { rule: 'four-eyes', acted: 'heads' }],
    ['is barred by any of the sets', four, ['second'], 'final', { rule: 'four-eyes', acted: 'second' }],
    ['is not barred where they are in two', four, ['heads'], 'second', undefined],
    ['is not barred where neither is in one', four, ['hearing'], 'final', undefined],
    ['is not barred where it is the same stage', four, ['final'], 'final', undefined],
    [
      'is barred in the whole case where one person acts once',
      once,
      ['heads'],
      'second',
      { rule: 'once-per-case', acted: 'heads' },
    ],
    ['is barred by having proposed', once, ['submission'], 'final', { rule: 'once-per-case', acted: 'submission' }],
    ['is not barred at the same stage again', once, ['final'], 'final', undefined],
    ['is heard all the same', once, ['heads'], 'hearing', undefined],
    ['is not barred by having been heard', once, ['hearing'], 'final', undefined],
    [
      'is barred by the first of what he did that counts',
      once,
      ['hearing', 'second', 'heads'],
      'final',
      { rule: 'once-per-case', acted: 'second' },
    ],
  ])('%s', (_, rules, keys, stage, barred) =>
    expect(barring({ ...rules, deeds: did(...keys) }, stage, { person: 'a' })).toEqual(barred),
  );
  it('bars nobody else', () => {
    expect(barring({ ...once, deeds: did('heads') }, 'final', { person: 'b' })).toBeUndefined();
    expect(
      barring({ definition: definitionOf(stages, { fourEyes: [] }), deeds: did('heads') }, 'final', { person: 'a' }),
    ).toBeUndefined();
  });
});
