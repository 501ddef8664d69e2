import { describe, expect, it } from '@jest/globals';
import { whereNotPlain } from './plain-input.js';

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
