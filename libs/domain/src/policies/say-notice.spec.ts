import { sayNotice } from './say-notice.js';

describe('a notice as a sentence', () => {
  const said = (name: string) =>
    sayNotice(
      (_, __, { employee }: Readonly<Record<string, unknown>> = {}) => `Usulan mutasi ${String(employee)}.`,
      'id',
      { code: 'x', facts: { employee: 'ani' } },
      new Map([['ani', { name }]]),
    );

  it('ends with one point also after a degree, and leaves what was meant to trail off', () => {
    expect(said('Ani, S.E.')).toBe('Usulan mutasi Ani, S.E.');
    expect(said('Ani')).toBe('Usulan mutasi Ani.');
    expect(said('Ani..')).toBe('Usulan mutasi Ani...');
  });
});
