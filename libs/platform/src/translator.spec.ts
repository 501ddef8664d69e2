import { describe, expect, it } from '@jest/globals';
import { languageOf, translator } from './translator.js';

describe('words for people', () => {
  const translate = translator({ 'case.late': { id: 'Terlambat {{days}} hari', en: '{{days}} days late' } });

  it('are found by code, with the facts filled in', () => {
    expect(translate('case.late', 'id', { days: 3 })).toBe('Terlambat 3 hari');
    expect(translate('case.late', 'en', { days: 3 })).toBe('3 days late');
    expect(translate('case.unheard-of', 'en')).toBeUndefined();
  });

  it('have one source each', () => {
    expect(() => translator({ a: { id: '1', en: '1' } }, { a: { id: '2', en: '2' } })).toThrow('a');
  });

  it.each([
    [undefined, 'id'],
    ['en-GB,en;q=0.9', 'en'],
    ['id-ID,en;q=0.9', 'id'],
    ['id;q=0.3, en;q=0.4', 'en'],
    ['en;q=0', 'id'],
    ['de', 'id'],
  ])('for %s are in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
