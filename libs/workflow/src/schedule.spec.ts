import { dayOf, endOfDay, isWorkingDay, scheduleOf, workingDaysFrom } from './schedule.js';
import { calendar, deadline } from './testing.js';

describe('working days', () => {
  it('are neither weekends nor holidays', () => {
    const days = ['2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16', '2026-03-19', '2026-03-20'];
    expect(days.map((day) => isWorkingDay(calendar, day))).toEqual([true, false, false, true, false, false]);
  });

  it.each([
    ['2026-03-02', 1, '2026-03-03'],
    ['2026-03-02', 5, '2026-03-09'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-03-18', 1, '2026-03-23'],
    ['2026-03-23', -1, '2026-03-18'],
    ['2026-03-09', -2, '2026-03-05'],
    ['2026-03-07', 0, '2026-03-07'],
  ])('counted from %s by %d come to %s', (day, n, reached) => expect(workingDaysFrom(calendar, day, n)).toBe(reached));

  it('end even with a calendar that has none', () => {
    expect(() => workingDaysFrom({ ...calendar, weekend: [1, 2, 3, 4, 5, 6, 7] }, '2026-03-02', 1)).not.toThrow();
  });
});

describe('a day', () => {
  it('is the tenant’s, not that of Greenwich', () => {
    expect(dayOf(calendar, '2026-03-02T16:59:59.999Z')).toBe('2026-03-02');
    expect(dayOf(calendar, '2026-03-02T17:00:00.000Z')).toBe('2026-03-03');
    expect(dayOf({ ...calendar, zone: 'Asia/Kathmandu' }, '2026-03-02T18:14:59Z')).toBe('2026-03-02');
    expect(dayOf({ ...calendar, zone: 'Asia/Kathmandu' }, '2026-03-02T18:15:00Z')).toBe('2026-03-03');
  });
  it('may be told with an offset', () => expect(dayOf(calendar, '2026-03-03T00:30:00+07:00')).toBe('2026-03-03'));
  it('ends with its last millisecond', () => expect(endOfDay(calendar, '2026-03-05')).toBe('2026-03-05T16:59:59.999Z'));
});

describe('a schedule', () => {
  it('is due at the end of the last working day, and reminds at eight in the morning', () => {
    expect(scheduleOf(deadline, '2026-03-02T09:00:00.000Z', calendar)).toEqual({
      dueOn: '2026-03-05',
      dueAt: '2026-03-05T16:59:59.999Z',
      calendar: 'test-1',
      reminders: [
        { code: 'before-1', at: '2026-03-04T01:00:00.000Z', to: 'actors' },
        { code: 'after-1', at: '2026-03-06T01:00:00.000Z', to: 'actors' },
        { code: 'escalation-2', at: '2026-03-09T01:00:00.000Z', to: 'SECRETARY' },
      ],
    });
  });

  it('counts from the tenant’s day on which it began', () =>
    expect(scheduleOf(deadline, '2026-03-02T17:30:00.000Z', calendar).dueOn).toBe('2026-03-06'));
  it('begins on a holiday as on the working day before it', () =>
    expect(scheduleOf(deadline, '2026-03-19T03:00:00.000Z', calendar).dueOn).toBe('2026-03-25'));

  it('leaves out a reminder for the day on which it began', () => {
    const short = { ...deadline, workingDays: 1 };
    expect(scheduleOf(short, '2026-03-02T09:00:00.000Z', calendar).reminders.map(({ code }) => code)).toEqual([
      'after-1',
      'escalation-2',
    ]);
  });

  it('may remind on the due day itself', () => {
    const { reminders } = scheduleOf({ ...deadline, reminders: [0] }, '2026-03-02T09:00:00.000Z', calendar);
    expect(reminders[0]).toEqual({ code: 'before-0', at: '2026-03-05T01:00:00.000Z', to: 'actors' });
  });

  it('is that of its own calendar and deadline', () => {
    const began = '2026-03-02T09:00:00.000Z';
    const regional = { ...calendar, version: 'test-2', holidays: ['2026-03-03'] };
    expect(scheduleOf(deadline, began, regional)).toMatchObject({ dueOn: '2026-03-06', calendar: 'test-2' });
    expect(scheduleOf({ ...deadline, escalations: [] }, began, calendar).reminders).toHaveLength(2);
    expect(scheduleOf({ ...deadline, escalations: [{ workingDays: 2, to: 'REGENT' }] }, began, calendar).reminders[2]?.to).toBe(
      'REGENT',
    );
  });
});
