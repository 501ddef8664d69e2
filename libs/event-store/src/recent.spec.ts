import { Recent } from './recent.js';

const filled = (recent: Recent<number, string>, from: number, to: number) => {
  for (let key = from; key < to; key += 1) recent.set(key, 'value');
  return recent;
};

describe('what was used lately', () => {
  it('is kept, and what was not used goes', () => {
    const recent = filled(new Recent<number, string>(8), 0, 6);
    expect(recent.get(0)).toBe('value');
    filled(recent, 6, 8);
    expect([recent.get(0), recent.get(7), recent.get(1)]).toEqual(['value', 'value', undefined]);
  });

  it('is less where each entry turns out to be large, and never more than at first', () => {
    const recent = filled(new Recent<number, string>(20), 0, 20);
    recent.keep(4);
    filled(recent, 20, 24);
    expect([23, 22, 15].map((key) => recent.get(key))).toEqual(['value', 'value', undefined]);
    recent.keep(Infinity);
    filled(recent, 0, 40);
    expect([39, 30, 19].map((key) => recent.get(key))).toEqual(['value', 'value', undefined]);
  });
});
