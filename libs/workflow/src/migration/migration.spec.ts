import { Rejection } from '@app/decider';
import type { WorkflowCommand } from '../commands.js';
import type { Definition, StageDefinition } from '../definition.js';
import {
  after,
  at,
  calendar,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  hearing,
  panel,
  passing,
  reminding,
  starting,
  stateAfter,
  submitting,
} from '../testing.js';
import { type MigrationPlan, previewMigration } from './preview.js';

const second = (stages: readonly StageDefinition[], more: Partial<Definition> = {}): Definition =>
  definitionOf(stages, { version: 2, ...more });
const renamed = { ...heads, key: 'chiefs', deadline: { ...heads.deadline, workingDays: 9 } };
const planTo = (definition: Definition, more: Partial<MigrationPlan> = {}): MigrationPlan => ({
  definition,
  definitionHash: 'def2',
  mapping: { heads: 'chiefs' },
  timers: 'keep',
  ...more,
});
const migrating = (plan: MigrationPlan, by = 'system:migration', reason = 'circular 3/2026'): WorkflowCommand => ({
  type: 'Migrate',
  data: { ...plan, by, at, directory, calendar, orderedBy: 'hrhead', reason },
});
const plan = planTo(second([renamed, final]));
const atHeads = [starting(definitionOf([heads, final])), submitting()];
const openIn = (...commands: readonly WorkflowCommand[]) => {
  const state = stateAfter(...commands);
  if (state.status !== 'open') throw new Error(state.status);
  return state.open[0];
};
const previewOf = (wanted: MigrationPlan, ...commands: readonly WorkflowCommand[]) => {
  const state = stateAfter(...commands);
  if (state.status === 'absent') throw new Error('absent');
  return previewMigration(state, wanted, { at, directory, calendar });
};

describe('a running case that is migrated', () => {
  it('stands at the stage that its own is mapped to, in the same round', () => {
    expect(stateAfter(...atHeads, migrating(plan))).toMatchObject({
      definition: { version: 2 },
      definitionHash: 'def2',
      open: [{ stage: 'chiefs', round: 1 }],
    });
  });
  it('tells its readers which stage was left and which opened', () =>
    after(...atHeads)
      .when(migrating(plan))
      .thenTypes('CaseMigrated', 'StageClosed', 'StageOpened'));
  it('goes on by the new version', () =>
    after(...atHeads, migrating(plan))
      .when(deciding('chiefs', 'dest'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened'));
  it('is migrated once', () =>
    after(...atHeads, migrating(plan))
      .when(migrating(plan))
      .thenNothing());
  it('keeps what was decided, and whom it bars from deciding again', () => {
    const eyes = { fourEyes: [['chiefs', 'final']] };
    const decided = [...atHeads, deciding('heads', 'dest'), migrating(planTo(second([renamed, final], eyes)))];
    const dest = { ...directory, REGENT: directory['DEST_HEAD'] ?? [] };
    after(...decided)
      .when(deciding('final', 'dest', 'approve', { directory: dest }))
      .thenRejected('workflow.four-eyes');
  });
  it('keeps the votes of a panel', () => {
    const voted = [starting(definitionOf([panel, final])), submitting(), deciding('panel', 't1'), deciding('panel', 't2')];
    const bigger = planTo(second([{ ...panel, key: 'team', quorum: 4 }, final]), { mapping: { panel: 'team' } });
    expect(openIn(...voted, migrating(bigger)).votes).toHaveLength(2);
    after(...voted, migrating(bigger))
      .when(deciding('team', 't1', 'reject'))
      .thenRejected('workflow.already-voted');
  });
  it('resumes under the new key where it was returned', () => {
    const returned = [...atHeads, deciding('heads', 'dest', 'return'), migrating(plan), submitting()];
    expect(openIn(...returned)).toMatchObject({ stage: 'chiefs', round: 2 });
  });
  it('may be a draft', () =>
    after(starting(definitionOf([heads, final])))
      .when(migrating(plan))
      .thenTypes('CaseMigrated'));
});

describe('the deadline of a migrated stage', () => {
  const late = '2026-03-10T02:00:00.000Z';
  it('is kept as it was promised', () =>
    expect(openIn(...atHeads, migrating(plan)).schedule).toEqual(openIn(...atHeads).schedule));
  it('or begins anew by the new definition, with its reminders', () => {
    const overdue = [...atHeads, passing('heads', late), reminding('heads', 'after-1', late)];
    const anew = openIn(...overdue, migrating(planTo(plan.definition, { timers: 'restart' })));
    expect(anew).toMatchObject({ overdue: false, reminded: [], schedule: { dueOn: '2026-03-13' } });
    expect(openIn(...overdue, migrating(plan))).toMatchObject({ overdue: true, reminded: ['after-1'] });
  });
  it('falls away where the new stage has none', () => {
    const { deadline: _, ...endless } = renamed;
    const dropped = planTo(second([endless, final]), { timers: 'restart' });
    expect(previewOf(dropped, ...atHeads).moves).toMatchObject([{ timers: 'dropped' }]);
    expect(openIn(...atHeads, migrating(dropped)).schedule).toBeUndefined();
  });
});

describe('the preview of a migration', () => {
  it('names each stage before and after, who acts there, and what becomes of its deadline', () =>
    expect(previewOf(plan, ...atHeads)).toMatchObject({
      moves: [{ from: 'heads', to: 'chiefs', timers: 'kept', who: [{ person: 'dest' }] }],
      passedOver: [],
      problems: [],
    }));
  it('names the new stages that the case will not go through', () =>
    expect(previewOf(planTo(second([hearing, renamed, final])), ...atHeads).passedOver).toEqual(['hearing']));

  const asPanel = { ...panel, key: 'chiefs' };
  const faults: readonly (readonly [string, MigrationPlan])[] = [
    ['unmapped', planTo(second([{ ...heads, key: 'others' }, final]))],
    ['kind-changed', planTo(second([asPanel, final]))],
    ['no-answer', planTo(second([renamed, { ...hearing, when: 'unheard = 1' }, final]))],
    ['other-definition', planTo(second([renamed, final], { id: 'another' }))],
    ['role-gone', planTo(second([renamed, final], { initiators: ['EMPLOYEE'] }))],
    ['same-version', planTo(second([renamed, final]), { definitionHash: 'def' })],
  ];
  it.each(faults)('finds %s, and then the case is left as it was', (code, wanted) => {
    expect(previewOf(wanted, ...atHeads).problems.map((problem) => problem.code)).toEqual([code]);
    if (code !== 'same-version')
      after(...atHeads)
        .when(migrating(wanted))
        .thenRejected('workflow.cannot-migrate');
  });
  it('finds a panel whose votes would close it at once', () => {
    const voted = [starting(definitionOf([panel, final])), submitting(), deciding('panel', 't1')];
    const smaller = planTo(second([{ ...panel, size: 1, quorum: 1 }, final]), { mapping: {} });
    expect(previewOf(smaller, ...voted).problems).toEqual([{ code: 'would-decide', about: 'panel' }]);
  });
  it('finds stages beside each other that the new version does not run so', () => {
    const groups = [{ key: 'g', title: heads.title, join: 'all' as const }];
    const legal = { ...heads, key: 'legal', group: 'g' };
    const beside = [starting(definitionOf([{ ...heads, group: 'g' }, legal, final], { groups, fourEyes: [] })), submitting()];
    expect(previewOf(planTo(second([renamed, { ...heads, key: 'legal' }, final])), ...beside).problems).toEqual([
      { code: 'torn-apart', about: 'chiefs, legal' },
    ]);
    const groupedAgain = planTo(second([{ ...renamed, group: 'g' }, legal, final], { groups, fourEyes: [] }));
    expect(previewOf(groupedAgain, ...beside).problems).toEqual([]);
  });
});

describe('a migration', () => {
  it('is the system’s to carry out', () =>
    after(...atHeads)
      .when(migrating(plan, 'hrhead'))
      .thenRejected('workflow.system-only'));
  it('takes a reason', () =>
    after(...atHeads)
      .when(migrating(plan, 'system:migration', ' '))
      .thenRejected('workflow.reason-missing'));
  it('comes too late for a case that ended', () =>
    after(...atHeads, deciding('heads', 'dest', 'reject'))
      .when(migrating(plan))
      .thenRejected('workflow.closed'));
  it('has no case that does not exist', () => expect(after().when(migrating(plan)).decision).toBeInstanceOf(Rejection));
});
