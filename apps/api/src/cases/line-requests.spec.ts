import { Refusal } from '@app/platform';
import { validated } from '../http/validation.js';
import { CaseDecisionRequest } from './line-requests.js';

const decided = (lines: unknown) => validated(CaseDecisionRequest, { stage: 'review', verdict: 'approve', lines });

describe('a decision line by line', () => {
  it('is taken as it was sent', async () => {
    const lines = { '12': { verdict: 'reject', reason: 'belum dua tahun' }, A: { verdict: 'leave' } };
    expect((await decided(lines)).lines).toEqual(lines);
    expect((await decided(undefined)).lines).toBeUndefined();
  });
  it.each([
    ['a key that every object knows', { constructor: { verdict: 'reject', reason: 'x' } }],
    ['another verdict', { '1': { verdict: 'maybe' } }],
    ['a list', []],
    ['a word', { '1': 'reject' }],
    ['a field that nobody knows', { '1': { verdict: 'reject', because: 'x' } }],
  ])('is refused with %s', async (_, lines) => {
    await expect(decided(lines)).rejects.toThrow(Refusal);
  });
});
