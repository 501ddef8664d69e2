import { checkDefinition } from './check-definition.js';
import type { WorkflowCommand } from './commands.js';
import type { Definition, StageDefinition } from './definition.js';
import { answering, asking, recording, resuming, suspending } from './decide/testing.js';
import {
  after,
  calendar,
  cancelling,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  historyOf,
  passing,
  reminding,
  starting,
  stateAfter,
  submitting,
} from './testing.js';

const whole = { wait: 'case' } as const;
const term = { workingDays: 5, reminders: [-1, 1], escalations: [{ workingDays: 2, to: 'AUDITOR' }] } as const;
const text = { id: 'x', en: 'x' };
const stage: StageDefinition = { ...heads, verbs: { ...heads.verbs, ask: {} } };
const outside: StageDefinition = { kind: 'external', key: 'outside', title: text, actor: 'HR_OFFICER', from: text, verbs: {} };
const opened = (stages: readonly StageDefinition[] = [stage, final], more: Partial<Definition> = {}) => [
  starting(definitionOf(stages, { deadline: term, suspendedBy: ['SECRETARY'], ...more })),
  submitting(),
];
const on = (day: number) => `2026-03-${String(day).padStart(2, '0')}T03:00:00.000Z`;
const clockOf = (...commands: readonly WorkflowCommand[]) => {
  const state = stateAfter(...commands);
  return state.status === 'absent' ? null : state.clock;
};
const typesOf = (...commands: readonly WorkflowCommand[]) => historyOf(...commands).map(({ type }) => type);

describe('the deadline of a case as a whole', () => {
  it('begins with the first submission and goes on through all stages and rounds', () => {
    expect(typesOf(...opened())).toEqual(['CaseStarted', 'CaseSubmitted', 'StageOpened', 'CaseClockStarted']);
    expect(clockOf(opened()[0] ?? submitting())).toBeNull();
    const there = [...opened(), deciding('heads', 'dest', 'approve', { at: on(3) })];
    expect(clockOf(...there)).toMatchObject({ wait: 'case', schedule: { dueOn: '2026-03-09' } });
  });
  it('is not kept where the definition does not speak of it', () => {
    const without = [starting(definitionOf([stage, final])), submitting()];
    expect(clockOf(...without)).toBeNull();
    after(...without)
      .when(passing('case', on(30), 1, undefined, whole))
      .thenNothing();
  });
  it('reminds whoever the case waits for, and tells others once it is over', () => {
    const there = [...opened(), deciding('heads', 'dest', 'approve', { at: on(3) })];
    after(...there)
      .when(reminding('case', 'before-1', on(6), 1, whole))
      .then({
        type: 'ReminderFellDue',
        data: {
          stage: 'case',
          round: 1,
          ...whole,
          code: 'before-1',
          to: 'actors',
          people: ['regent'],
          dueOn: '2026-03-09',
          at: on(6),
        },
      });
    after(...there)
      .when(reminding('case', 'escalation-2', on(11), 1, whole))
      .thenTypes('ReminderFellDue');
    after(...there)
      .when(reminding('case', 'after-1', on(9), 1, whole))
      .thenRejected('workflow.not-due');
  });
  it('passes once, which decides nothing', () => {
    const late = passing('case', on(10), 1, undefined, whole);
    after(...opened())
      .when(late)
      .then({ type: 'DeadlinePassed', data: { stage: 'case', round: 1, ...whole, outcome: 'overdue', at: on(10) } });
    expect(clockOf(...opened(), late)).toMatchObject({ overdue: true });
    after(...opened(), late)
      .when(late)
      .thenNothing();
  });

  it('stands still while the case is with its proposer; both days are kept', () => {
    const returned = [...opened(), deciding('heads', 'dest', 'return', { at: on(3) })];
    expect(historyOf(...returned).at(-1)).toMatchObject({
      type: 'ClockPaused',
      data: { ...whole, because: 'returned', round: 2 },
    });
    after(...returned)
      .when(reminding('case', 'after-1', on(30), 2, whole))
      .thenNothing();
    const again = [...returned, submitting('origin', { dossierHash: 'd2', at: on(5) })];
    expect(historyOf(...again).at(-1)).toMatchObject({
      type: 'ClockResumed',
      data: { ...whole, round: 2, days: 2, originalDueOn: '2026-03-09', schedule: { dueOn: '2026-03-11' } },
    });
    expect(clockOf(...again)).toMatchObject({ originalDueOn: '2026-03-09', schedule: { dueOn: '2026-03-11' } });
  });
  it('stands still while it is suspended, also where it is returned besides', () => {
    const suspended = [...opened(), suspending('secretary', { at: on(3) })];
    expect(clockOf(...suspended)).toMatchObject({ pausedAt: on(3) });
    expect(clockOf(...suspended, resuming('secretary', { at: on(4) }))).toMatchObject({ schedule: { dueOn: '2026-03-10' } });
    const both = [...opened(), deciding('heads', 'dest', 'return', { at: on(3) }), suspending('secretary', { at: on(4) })];
    expect(clockOf(...both, resuming('secretary', { at: on(5) }))).toMatchObject({ pausedAt: on(3) });
  });
  it('stands still while an answer is awaited, and goes on with it or without it', () => {
    const asked = [...opened(), asking('heads', 'dest', 'submission', { at: on(3) })];
    expect(historyOf(...asked).at(-1)).toMatchObject({ type: 'ClockPaused', data: { ...whole, because: 'asked' } });
    expect(clockOf(...asked, answering('heads', 'origin', { at: on(4) }))).toMatchObject({ schedule: { dueOn: '2026-03-10' } });
    expect(clockOf(...asked, deciding('heads', 'dest', 'approve', { at: on(5) }))).toMatchObject({
      schedule: { dueOn: '2026-03-11' },
    });
  });
  it('stands still while somebody outside is awaited, also where that is the first thing', () => {
    const there = opened([outside, final]);
    expect(typesOf(...there).slice(-2)).toEqual(['CaseClockStarted', 'ClockPaused']);
    expect(clockOf(...there, recording('outside', 'officer', { at: on(5) }))).toMatchObject({
      schedule: { dueOn: '2026-03-12' },
    });
  });
  it('runs while anything beside it can be done here', () => {
    const beside: StageDefinition = { ...outside, group: 'g' };
    const there = opened([beside, { ...stage, group: 'g' }, final], { groups: [{ key: 'g', title: text, join: 'all' }] });
    expect(clockOf(...there)?.pausedAt).toBeUndefined();
    expect(clockOf(...there, asking('heads', 'dest', 'submission', { at: on(3) }))).toMatchObject({ pausedAt: on(3) });
  });
  it('is given other days by another calendar', () => {
    const longer = { ...calendar, version: 'test-2', holidays: ['2026-03-04'] };
    const replan: WorkflowCommand = {
      type: 'Replan',
      data: { by: 'system:calendar', at: on(3), directory, calendar: longer, because: 'SKB' },
    };
    expect(clockOf(...opened(), replan)).toMatchObject({ originalDueOn: '2026-03-09', schedule: { dueOn: '2026-03-10' } });
  });

  it.each([
    ['in time', on(4), false],
    ['too late', on(12), true],
  ])('says at the end whether it was %s', (_, at, overdue) => {
    const end = historyOf(...opened(), deciding('heads', 'dest', 'reject', { at }));
    expect(end.slice(-2)).toMatchObject([
      { type: 'CaseClockStopped', data: { because: 'closed', dueOn: '2026-03-09', originalDueOn: '2026-03-09', overdue } },
      { type: 'CaseClosed' },
    ]);
  });
  it('is of no matter once the case was cancelled', () => {
    const ended = [...opened(), cancelling('hrhead')];
    expect(typesOf(...ended).slice(-2)).toEqual(['CaseClockStopped', 'CaseClosed']);
    after(...ended)
      .when(passing('case', on(30), 1, undefined, whole))
      .thenNothing();
  });
  it('begins or ends where the case goes on under a version that speaks of it, or does not', () => {
    const going = (more: Partial<Definition>): WorkflowCommand => ({
      type: 'Migrate',
      data: {
        ...{ by: 'system:migration', at: on(4), directory, calendar, mapping: {}, timers: 'keep', orderedBy: 'hrhead' },
        ...{ reason: 'circular', definition: definitionOf([stage, final], { version: 2, ...more }), definitionHash: 'def2' },
      },
    });
    const without = [starting(definitionOf([stage, final])), submitting()];
    expect(clockOf(...without, going({ deadline: term }))).toMatchObject({ since: on(4), schedule: { dueOn: '2026-03-11' } });
    expect(historyOf(...opened(), going({})).at(-1)).toMatchObject({ type: 'CaseClockStopped', data: { because: 'migrated' } });
    expect(clockOf(...opened(), going({}))).toBeNull();
    expect(clockOf(...opened(), going({ deadline: term }))).toMatchObject({ schedule: { dueOn: '2026-03-09' } });
  });
  it('is checked like any deadline, and takes the name of a stage for itself', () => {
    const problemsIn = (stages: readonly StageDefinition[], deadline: Definition['deadline'] = term) =>
      checkDefinition(definitionOf(stages, { deadline, fourEyes: [] }), { fields: {}, roles: [...Object.keys(directory)] }).map(
        ({ at, code }) => `${at} ${code}`,
      );
    expect(problemsIn([heads, final])).toEqual([]);
    expect(problemsIn([heads, final], { ...term, reminders: [1, 1] })).toEqual(['deadline same-day-twice']);
    expect(problemsIn([heads, final], { ...term, escalations: [{ workingDays: 1, to: 'NOBODY' }] })).toEqual([
      'deadline unknown-role',
    ]);
    expect(
      problemsIn([
        { ...heads, key: 'case' },
        { ...final, verbs: { approve: { reason: 'optional' } } },
      ]),
    ).toEqual(['stages.case duplicate-key']);
  });
});
