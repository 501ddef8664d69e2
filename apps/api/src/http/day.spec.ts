import { isDay, isInstant } from './day.js';

describe('a day', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31'])('takes %s', (day) => expect(isDay(day)).toBe(true));
  it.each([
    '2026-02-31',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    '',
    null,
    20260101,
    '0000-01-01',
  ])('refuses %s', (day) => expect(isDay(day)).toBe(false));
});

describe('an instant', () => {
  it.each(['2026-02-28T00:00:00Z', '2026-02-28T07:00:00.123+07:00', '2026-02-28T07:00+07:00'])('takes %s', (at) =>
    expect(isInstant(at)).toBe(true),
  );
  it.each(['2026-02-31T00:00:00Z', '2026-02-28T24:00:00Z', '2026-02-28T00:00:00', '2026-02-28'])('refuses %s', (at) =>
    expect(isInstant(at)).toBe(false),
  );
});
