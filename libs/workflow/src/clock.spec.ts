import { isDay, workingDaysBetween } from './clock.js';
import { asking, answering, resuming, suspending } from './decide/testing.js';
import {
  after,
  calendar,
  deciding,
  definitionOf,
  final,
  heads,
  historyOf,
  reminding,
  starting,
  stateAfter,
  submitting,
} from './testing.js';

const asked = { ...heads, verbs: { ...heads.verbs, ask: {} } } as const;
const chased = {
  ...asked,
  deadline: { ...heads.deadline, escalations: [{ workingDays: 1, to: 'SECRETARY', repeatEvery: 1, times: 12 }] },
} as const;
const open = [starting(definitionOf([chased, final], { suspendedBy: ['SECRETARY'] })), submitting()];
const escalated = [...open, reminding('heads', 'escalation-1', '2026-03-06T02:00:00.000Z')];

describe('a clock that stood still', () => {
  it('goes on telling again what was told before', () => {
    const history = historyOf(
      ...escalated,
      suspending('secretary', { at: '2026-03-06T03:00:00.000Z' }),
      resuming('secretary', { at: '2026-03-06T04:00:00.000Z' }),
    );
    const codes = history.flatMap(({ type, data }) =>
      type === 'ClockResumed' ? data.schedule.reminders.map(({ code, at }) => [code, at]) : [],
    );
    expect(codes).toEqual([['escalation-1x1', '2026-03-09T01:00:00.000Z']]);
    const state = stateAfter(...escalated, reminding('heads', 'escalation-1x1', '2026-03-09T02:00:00.000Z'));
    expect(state.status === 'open' && state.open[0]).toMatchObject({
      reminded: ['escalation-1', 'escalation-1x1'],
      schedule: { reminders: expect.arrayContaining([expect.objectContaining({ code: 'escalation-1x2', left: 9 })]) },
    });
  });
  it('does not tell whoever must act at the very moment at which he hears that it goes on', () => {
    const eight = '2026-03-04T01:00:00.000Z';
    const history = historyOf(
      ...open,
      suspending('secretary', { at: '2026-03-04T00:30:00.000Z' }),
      resuming('secretary', { at: eight }),
    );
    const codes = history.flatMap(({ type, data }) =>
      type === 'ClockResumed' ? data.schedule.reminders.map(({ code }) => code) : [],
    );
    expect(codes).toEqual(['after-1', 'escalation-1']);
  });
  it('does not run where there is none, nor where it never stopped', () => {
    const { deadline: _, ...endless } = asked;
    const free = [starting(definitionOf([endless, final], { suspendedBy: ['SECRETARY'] })), submitting()];
    after(...free)
      .when(suspending('secretary'))
      .thenTypes('CaseSuspended');
    after(...free, suspending('secretary'))
      .when(resuming('secretary'))
      .thenTypes('CaseResumed');
    after(...free, asking('heads', 'dest'))
      .when(answering('heads', 'origin'))
      .thenTypes('InformationAnswered');
    after(...open, asking('heads', 'dest'), deciding('heads', 'dest', 'return'))
      .when(suspending('secretary'))
      .thenTypes('CaseSuspended', 'ClockPaused');
  });
});

describe('working days between two dates', () => {
  it.each([
    ['2026-03-02', '2026-03-02', 0],
    ['2026-03-02', '2026-03-03', 1],
    ['2026-03-02', '2026-03-09', 5],
    ['2026-03-06', '2026-03-08', 0],
    ['2026-03-07', '2026-03-09', 1],
    ['2026-03-18', '2026-03-22', 0],
    ['2026-03-09', '2026-03-02', 0],
  ])('after %s up to %s are %d', (from, to, days) => expect(workingDaysBetween(calendar, from, to)).toBe(days));
  it('end even with a calendar that has none', () =>
    expect(workingDaysBetween({ ...calendar, weekend: [1, 2, 3, 4, 5, 6, 7] }, '2026-03-02', '2026-03-20')).toBe(0));
});

describe('a date', () => {
  it.each(['2026-01-01', '2026-12-31', '2024-02-29', '2026-06-30', '1999-10-10'])('is %s', (day) =>
    expect(isDay(day)).toBe(true),
  );
  it.each([
    ...['2026-00-10', '2026-13-01', '2026-01-00', '2026-01-32', '2026-02-29', '2026-06-31'],
    ...['x2026-03-02', '2026-03-02x', '26-03-02', '2026-3-02', '2026-03-2', '2026/03/02', '', 'yyyy-mm-dd'],
  ])('is not %s', (text) => expect(isDay(text)).toBe(false));
});
