import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayIn, firstOfNextMonth, isDay, later } from './days.js';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it('are reckoned as the calendar does', () => {
    fc.assert(
      fc.property(day, fc.nat(70), fc.nat(40), (from, years, months) => {
        expect(later(from, { years, months })).toBe(Temporal.PlainDate.from(from).add({ years, months }).toString());
        expect(firstOfNextMonth(from)).toBe(Temporal.PlainDate.from(from).with({ day: 1 }).add({ months: 1 }).toString());
        expect(isDay(from)).toBe(true);
      }),
      { verbose: 1 },
    );
  });

  it('exist or do not', () => {
    expect(['2026-02-31', '2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', 'x', '2026-04-31'].filter(isDay)).toEqual([]);
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].filter((one) => !isDay(one))).toEqual([]);
  });

  it('begin in the regency seven hours before they do in Greenwich', () => {
    expect([dayIn('Asia/Jakarta', '2026-03-01T16:59:59.999Z'), dayIn('Asia/Jakarta', '2026-03-01T17:00:00.000Z')]).toEqual([
      '2026-03-01',
      '2026-03-02',
    ]);
  });
});
