import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isWorkingDay, workingDaysFrom } from '@app/workflow';
import Holidays from 'date-holidays';
import { loadCalendar } from './load.js';

const folder = join(import.meta.dirname, '../../../../definitions');
type DayOff = Readonly<{
  on: string;
  name: string;
  kind: 'national' | 'joint_leave' | 'regional';
  source: string;
  provisional?: boolean;
}>;
type CalendarFile = Readonly<{ sources: Readonly<Record<string, string>>; days: readonly DayOff[] }>;

describe('the Indonesian calendar', () => {
  it('knows weekends, national holidays and joint leave', async () => {
    const calendar = await loadCalendar(folder);
    expect(calendar).toMatchObject({ zone: 'Asia/Jakarta', version: expect.stringMatching(/^id-2026\.1\+[0-9a-f]{12}$/) });
    const off = ['2026-03-18', '2026-03-20', '2026-03-24', '2026-03-28', '2025-08-18', '2027-03-10'];
    expect(off.filter((day) => isWorkingDay(calendar, day))).toEqual([]);
    expect(isWorkingDay(calendar, '2026-03-25')).toBe(true);
  });

  it('counts over the long holidays of Idul Fitri 2026', async () => {
    expect(workingDaysFrom(await loadCalendar(folder), '2026-03-17', 1)).toBe('2026-03-25');
  });

  it('names for each day the decree it rests on, once, and marks what is only computed', async () => {
    const { days, sources } = JSON.parse(await readFile(join(folder, 'calendar.json'), 'utf8')) as CalendarFile;
    expect(new Set(days.map(({ on }) => on)).size).toBe(days.length);
    expect(days.filter(({ source }) => !sources[source])).toEqual([]);
    expect(days.filter(({ on, provisional }) => provisional && !on.startsWith('2027'))).toEqual([]);
    const counted = (year: string, kind: string) => days.filter((day) => day.on.startsWith(year) && day.kind === kind).length;
    expect([counted('2025', 'national'), counted('2025', 'joint_leave')]).toEqual([17, 11]);
    expect([counted('2026', 'national'), counted('2026', 'joint_leave')]).toEqual([17, 8]);
  });

  // The package reckons the moon by another rule than the ministers, so that its dates may be a day off.
  it('agrees with an independent reckoning of the national holidays, give or take a day', async () => {
    const { holidays } = await loadCalendar(folder);
    const near = (date: string) =>
      [-1, 0, 1].map((days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10));
    const reckoned = [2025, 2026].flatMap((year) => new Holidays('ID').getHolidays(year)).filter(({ type }) => type === 'public');
    expect(
      reckoned.map(({ date }) => date.slice(0, 10)).filter((date) => !near(date).some((day) => holidays.includes(day))),
    ).toEqual([]);
  });
});
