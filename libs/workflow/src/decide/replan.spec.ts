import type { WorkflowCommand } from '../commands.js';
import type { StageDefinition } from '../definition.js';
import {
  after,
  calendar,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  passing,
  reminding,
  stateAfter,
  starting,
  submitting,
} from '../testing.js';

// Monday 2 March with three working days: due on Thursday the 5th. By the new calendar Wednesday is a day of joint leave.
const anew = { ...calendar, version: 'test-2', holidays: [...calendar.holidays, '2026-03-04'] };
const tuesday = '2026-03-03T03:00:00.000Z';
const replanning = (more = {}): WorkflowCommand => ({
  type: 'Replan',
  data: { at: tuesday, calendar: anew, directory, by: 'system:calendar', because: 'SKB 3 Menteri', ...more },
});
const begun = [starting(definitionOf([heads, final])), submitting()];

describe('another version of the calendar', () => {
  it('moves what is open, and says so', () =>
    after(...begun)
      .when(replanning())
      .then({
        type: 'DeadlinesReplanned',
        data: {
          stage: 'heads',
          round: 1,
          from: { dueOn: '2026-03-05', dueAt: '2026-03-05T16:59:59.999Z', calendar: 'test-1' },
          to: {
            dueOn: '2026-03-06',
            dueAt: '2026-03-06T16:59:59.999Z',
            calendar: 'test-2',
            reminders: [
              { code: 'before-1', at: '2026-03-05T01:00:00.000Z', to: 'actors' },
              { code: 'after-1', at: '2026-03-09T01:00:00.000Z', to: 'actors' },
              { code: 'escalation-2', at: '2026-03-10T01:00:00.000Z', to: 'SECRETARY' },
            ],
          },
          calendar: 'test-2',
          because: 'SKB 3 Menteri',
          overdue: false,
          at: tuesday,
        },
      }));
  it('does so once, and keeps the first due day', () => {
    after(...begun, replanning())
      .when(replanning())
      .thenNothing();
    expect(stateAfter(...begun, replanning())).toMatchObject({
      open: [{ schedule: { dueOn: '2026-03-06' }, originalDueOn: '2026-03-05' }],
    });
    const back = replanning({ calendar: { ...anew, version: 'test-3', holidays: [...anew.holidays, '2026-03-05'] } });
    expect(stateAfter(...begun, replanning(), back)).toMatchObject({
      open: [{ schedule: { dueOn: '2026-03-09' }, originalDueOn: '2026-03-05' }],
    });
  });
  it('says nothing where no day moves', () =>
    after(...begun)
      .when(replanning({ calendar: { ...calendar, version: 'test-2' } }))
      .thenNothing());
  it('moves what is told, where only that moves', () => {
    const friday = { ...calendar, version: 'test-2', holidays: [...calendar.holidays, '2026-03-06'] };
    const { decision } = after(...begun).when(replanning({ calendar: friday }));
    expect(decision).toMatchObject([
      {
        type: 'DeadlinesReplanned',
        data: {
          from: { dueOn: '2026-03-05' },
          to: {
            dueOn: '2026-03-05',
            reminders: [
              { code: 'before-1', at: '2026-03-04T01:00:00.000Z' },
              { code: 'after-1', at: '2026-03-09T01:00:00.000Z' },
              { code: 'escalation-2', at: '2026-03-10T01:00:00.000Z' },
            ],
          },
        },
      },
    ]);
  });
  it('tells nobody twice', () => {
    const told = [...begun, reminding('heads', 'before-1', '2026-03-04T01:00:00.000Z')];
    const { decision } = after(...told).when(replanning({ at: '2026-03-04T02:00:00.000Z' }));
    expect(decision).toMatchObject([{ data: { to: { reminders: [{ code: 'after-1' }, { code: 'escalation-2' }] } } }]);
  });
  it('lets what was overdue fall due again, where that is still to come', () => {
    const late = [...begun, passing('heads', '2026-03-05T17:00:00.000Z')];
    const soon = replanning({ at: '2026-03-05T18:00:00.000Z' });
    expect(stateAfter(...late, soon)).toMatchObject({ open: [{ overdue: false }] });
    after(...late, soon)
      .when(passing('heads', '2026-03-06T17:00:00.000Z'))
      .thenTypes('DeadlinePassed');
    expect(stateAfter(...late, replanning({ at: '2026-03-10T18:00:00.000Z' }))).toMatchObject({ open: [{ overdue: true }] });
  });
  it('moves a repair as well, and nothing that has ended', () => {
    after(...begun, deciding('heads', 'dest', 'return'))
      .when(replanning())
      .thenTypes('DeadlinesReplanned');
    after(...begun, deciding('heads', 'dest', 'reject'))
      .when(replanning())
      .thenNothing();
    after(...begun)
      .when(replanning({ by: 'regent' }))
      .thenRejected('workflow.system-only');
  });
});

describe('an escalation that is repeated', () => {
  const insisting = (times?: number): StageDefinition => ({
    ...heads,
    deadline: {
      ...heads.deadline,
      reminders: [],
      escalations: [{ workingDays: 1, to: 'SECRETARY', repeatEvery: 2, ...(times !== undefined && { times }) }],
    },
  });
  const open = (times?: number) => [starting(definitionOf([insisting(times), final])), submitting()];
  const first = reminding('heads', 'escalation-1', '2026-03-06T01:00:00.000Z');
  const second = reminding('heads', 'escalation-1x1', '2026-03-10T01:00:00.000Z');
  it('is told again after so many working days', () => {
    const { decision } = after(...open()).when(first);
    expect(decision).toMatchObject([
      {
        type: 'ReminderFellDue',
        data: { next: { code: 'escalation-1x1', at: '2026-03-10T01:00:00.000Z', to: 'SECRETARY', every: 2 } },
      },
    ]);
    expect(after(...open(), first).when(second).decision).toMatchObject([{ data: { next: { code: 'escalation-1x2' } } }]);
  });
  it('until it is done', () =>
    after(...open(), first, deciding('heads', 'dest'))
      .when(second)
      .thenNothing());
  it('or as often as the definition says', () => {
    expect(after(...open(2), first).when(second).decision).not.toMatchObject([{ data: { next: {} } }]);
    after(...open(1))
      .when(first)
      .thenTypes('ReminderFellDue');
    after(...open(1), first)
      .when(second)
      .thenNothing();
  });
  it('goes on as it was under another calendar', () =>
    expect(after(...open(), first).when(replanning({ at: '2026-03-06T02:00:00.000Z' })).decision).toMatchObject([
      { data: { to: { reminders: [{ code: 'escalation-1x1' }] } } },
    ]));
});
