import { inWords } from './field-words.js';

const limitIn = (message: string) =>
  inWords([{ field: 'n', code: 'field.min', message }], 'id', (_, __, facts) => String(facts?.['limit']))[0]?.message;

describe('the limits that a sentence names', () => {
  it.each([
    ['limit must not be less than 1', '1'],
    ['note2 must be longer than or equal to 1 and shorter than or equal to 64 characters', '1–64'],
    ['list.0 must be >= -1.5', '-1.5'],
    ['cases must not be greater than 5000', '5000'],
    ['name must be a string', ''],
  ])('of "%s" are %s', (message, limits) => expect(limitIn(message)).toBe(limits));
});
