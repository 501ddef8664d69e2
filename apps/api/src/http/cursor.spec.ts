import { Refusal } from '@app/platform';
import { cursorOf, keysetOf, pageOf } from './cursor.js';

describe('a cursor', () => {
  it('comes back as it was made', () => {
    expect(keysetOf(cursorOf(['2026-01-01', 'a/b', 3]), 'day', 'text', 'count')).toEqual(['2026-01-01', 'a/b', 3]);
  });

  it.each(['', 'nonsense', cursorOf(['one']), Buffer.from('{"a":1}').toString('base64url')])(
    'refuses %s where two values were asked for',
    (cursor) => {
      expect(() => keysetOf(cursor, 'text', 'text')).toThrow(Refusal);
    },
  );

  it.each([
    ['a', 'b'],
    ['2026-02-31', 'b'],
    [3, 'b'],
    ['2026-01-01T00:00:00Z', 'a\u0000b'],
    ['2026-01-01T00:00:00Z', 7],
  ])('refuses one that was made up of [%j, %j]', (...parts) => {
    expect(() => keysetOf(cursorOf(parts), 'instant', 'text')).toThrow(Refusal);
  });
});

describe('a page', () => {
  const page = (rows: readonly number[]) =>
    pageOf(
      rows,
      2,
      (n) => n * 10,
      (n) => [n],
    );

  it('has a next one where a row more came than was asked for', () => {
    expect(page([1, 2, 3])).toEqual({ items: [10, 20], nextCursor: cursorOf([2]) });
  });

  it('is the last where none did', () => {
    expect(page([1, 2])).toEqual({ items: [10, 20], nextCursor: null });
    expect(page([])).toEqual({ items: [], nextCursor: null });
  });
});
