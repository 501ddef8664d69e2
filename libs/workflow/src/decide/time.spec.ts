import {
  after,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  holds,
  panel,
  passing,
  reminding,
  starting,
  submitting,
} from '../testing.js';

const submitted = [starting(definitionOf([heads, panel, final])), submitting()];
const returned = [...submitted, deciding('heads', 'dest', 'return')];
// Opened on Monday 2 March 2026 with three working days: due on Thursday the 5th.
const [before, due, next, third] = [
  '2026-03-04T01:00:00.000Z',
  '2026-03-05T16:59:59.999Z',
  '2026-03-06T01:00:00.000Z',
  '2026-03-09T01:00:00.000Z',
] as const;

describe('a deadline', () => {
  it('leaves the stage overdue where it waits', () => {
    after(...submitted)
      .when(passing('heads', due))
      .then({ type: 'DeadlinePassed', data: { stage: 'heads', round: 1, outcome: 'overdue', at: due } });
  });
  it('passes once', () =>
    after(...submitted, passing('heads', due))
      .when(passing('heads', next))
      .thenNothing());
  it('is not passed before its time', () =>
    after(...submitted)
      .when(passing('heads', '2026-03-05T16:59:59.998Z'))
      .thenRejected('workflow.not-due'));
  it('means nothing once the stage is closed', () =>
    after(...submitted, deciding('heads', 'dest'))
      .when(passing('heads', next))
      .thenNothing());
  it('means nothing in another round', () =>
    after(...returned, submitting())
      .when(passing('heads', next, 1))
      .thenNothing());
  it('means nothing after the end', () =>
    after(...submitted, deciding('heads', 'dest', 'reject'))
      .when(passing('heads', next))
      .thenNothing());
  it('means nothing to a case that was never begun', () => after().when(passing('heads', next)).thenNothing());
  it('means nothing where the definition sets none', () =>
    after(starting(definitionOf([final])), submitting())
      .when(passing('final', next))
      .thenNothing());
  it('is the system’s to pass', () =>
    after(...submitted)
      .when(passing('heads', next, 1, 'regent'))
      .thenRejected('workflow.system-only'));
  it('does not end what is overdue: it may still be decided', () => {
    after(...submitted, passing('heads', next))
      .when(deciding('heads', 'dest'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });

  it('of a repair leaves it overdue', () => {
    const late = '2026-03-16T17:00:00.000Z';
    after(...returned)
      .when(passing('submission', late, 2))
      .thenTypes('DeadlinePassed');
    after(...returned, passing('submission', late, 2))
      .when(passing('submission', late, 2))
      .thenNothing();
    after(...returned, submitting())
      .when(passing('submission', late, 2))
      .thenNothing();
  });
});

describe('a reminder', () => {
  it('before the due day tells those who must act', () => {
    const data = {
      stage: 'heads',
      round: 1,
      code: 'before-1',
      to: 'actors',
      people: ['dest'],
      dueOn: '2026-03-05',
      at: before,
    } as const;
    after(...submitted)
      .when(reminding('heads', 'before-1', before))
      .then({ type: 'ReminderFellDue', data });
  });
  it('after it tells them again', () =>
    after(...submitted)
      .when(reminding('heads', 'after-1', next))
      .thenTypes('ReminderFellDue'));
  it('falls due once', () =>
    after(...submitted, reminding('heads', 'before-1', before))
      .when(reminding('heads', 'before-1', next))
      .thenNothing());
  it('does not use up the others', () =>
    after(...submitted, reminding('heads', 'before-1', before))
      .when(reminding('heads', 'after-1', next))
      .thenTypes('ReminderFellDue'));
  it('does not fall due before its time', () =>
    after(...submitted)
      .when(reminding('heads', 'after-1', before))
      .thenRejected('workflow.not-due'));
  it('that the definition does not know is nothing', () =>
    after(...submitted)
      .when(reminding('heads', 'before-9', next))
      .thenNothing());
  it('is nothing once the stage is closed', () =>
    after(...submitted, deciding('heads', 'dest'))
      .when(reminding('heads', 'after-1', next))
      .thenNothing());
  it('is nothing in another round', () =>
    after(...submitted)
      .when(reminding('heads', 'after-1', next, 2))
      .thenNothing());
  it('is the system’s', () =>
    after(...submitted)
      .when(reminding('heads', 'after-1', next, 1, { by: 'regent' }))
      .thenRejected('workflow.system-only'));

  it('escalates to the office that the definition names', () => {
    const { decision } = after(...submitted).when(reminding('heads', 'escalation-2', third));
    expect(decision).toMatchObject([{ data: { to: 'SECRETARY', people: ['secretary'] } }]);
  });

  it('tells whoever holds the office on that day, each once', () => {
    const changed = { ...directory, DEST_HEAD: [holds('newcomer', 'head:b'), holds('newcomer', 'head:b', { kind: 'daily' })] };
    const { decision } = after(...submitted).when(reminding('heads', 'before-1', before, 1, { directory: changed }));
    expect(decision).toMatchObject([{ data: { people: ['newcomer'] } }]);
  });

  it('of a vacant office tells nobody, and is recorded all the same', () => {
    const { decision } = after(...submitted).when(reminding('heads', 'before-1', before, 1, { directory: {} }));
    expect(decision).toMatchObject([{ data: { people: [] } }]);
  });

  it('to a panel leaves those alone who have voted', () => {
    const voting = [...submitted, deciding('heads', 'dest'), deciding('panel', 't2')];
    const { decision } = after(...voting).when(reminding('panel', 'before-1', third));
    expect(decision).toMatchObject([{ data: { people: ['t1', 't3', 't4', 't5'] } }]);
  });

  it('of a repair tells the proposing office, and escalates', () => {
    const late = '2026-03-30T02:00:00.000Z';
    expect(after(...returned).when(reminding('submission', 'after-1', late, 2)).decision).toMatchObject([
      { data: { people: ['origin'] } },
    ]);
    expect(after(...returned).when(reminding('submission', 'escalation-2', late, 2)).decision).toMatchObject([
      { data: { to: 'HR_HEAD', people: ['hrhead'] } },
    ]);
  });
});
