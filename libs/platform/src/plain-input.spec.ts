import { describe, expect, it } from '@jest/globals';
import { whereNotPlain, whereTooMuch } from './plain-input.js';

describe('input', () => {
  it('is plain where every text can be stored', () => {
    expect(whereNotPlain({ reason: 'Kebutuhan\norganisasi 🙂', parts: ['a', 1, null, { b: true }] })).toBeUndefined();
    expect(whereNotPlain('text')).toBeUndefined();
    expect(whereNotPlain(undefined)).toBeUndefined();
  });

  it('is named by its field where it holds a NUL or half a character', () => {
    expect(whereNotPlain({ result: { title: 'a\u0000b' } })).toBe('result.title');
    expect(whereNotPlain({ reason: 'a\ud800b' })).toBe('reason');
    expect(whereNotPlain({ parts: ['fine', 'a\u0000'] })).toBe('parts');
    expect(whereNotPlain({ 'a\u0000': 1 })).toBe('');
  });

  it('is not followed down for ever', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    expect(whereNotPlain(deep)).toBeDefined();
  });
});

describe('input that is too much', () => {
  const names = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, n]));
  it('is found where it lies', () => {
    expect(whereTooMuch({ dossier: names(2_001) })).toBe('dossier');
    expect(whereTooMuch({ items: Array.from({ length: 30_000 }, () => 1) })).toBe('items');
    expect(whereTooMuch({ items: Array.from({ length: 20 }, () => names(1_500)) })).toBe('items');
  });
  it('is not what people fill in', () => {
    const lines = Array.from({ length: 500 }, () => names(10));
    expect(whereTooMuch({ dossier: { lines }, only: Array.from({ length: 10_000 }, String) })).toBeUndefined();
    expect([whereTooMuch(null), whereTooMuch('x'), whereTooMuch(Buffer.alloc(100_000))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
