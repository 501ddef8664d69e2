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
  historyOf,
  holds,
  panel,
  passing,
  reminding,
  starting,
  stateAfter,
  submitting,
} from '../testing.js';
import { recusing, suspending } from '../decide/testing.js';
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
  it('is recorded with what it was, where each stage went and who ordered it', () => {
    const schedule = openIn(...atHeads).schedule;
    const opening = {
      stage: 'chiefs',
      kind: 'approval',
      round: 1,
      role: 'DEST_HEAD',
      holdings: directory['DEST_HEAD'] ?? [],
      at,
      ...(schedule && { schedule }),
    } as const;
    after(...atHeads)
      .when(migrating(plan))
      .then(
        {
          type: 'CaseMigrated',
          data: {
            from: { version: 1, hash: 'def' },
            definition: plan.definition,
            definitionHash: 'def2',
            mapping: { heads: 'chiefs' },
            moves: [{ from: 'heads', to: 'chiefs', restarted: false, ...(schedule && { schedule }) }],
            reason: 'circular 3/2026',
            orderedBy: 'hrhead',
            at,
          },
        },
        { type: 'StageClosed', data: { stage: 'heads', round: 1, outcome: 'migrated', at } },
        { type: 'StageOpened', data: { ...opening, carries: { stage: 'heads', voted: [] } } },
      );
  });
  it('tells whoever reads it who has voted, also for another, and that its clock stands still', () => {
    const substitute = { ...directory, TPK_MEMBER: [holds('s1', 'tpk', { kind: 'substitute', onBehalfOf: 't1' })] };
    const voted = [
      starting(definitionOf([panel, final], { suspendedBy: ['SECRETARY'] })),
      ...[submitting(), deciding('panel', 's1', 'approve', { directory: substitute }), deciding('panel', 't2')],
    ];
    const wanted = planTo(second([{ ...panel, key: 'team' }, final], { suspendedBy: ['SECRETARY'] }), {
      mapping: { panel: 'team' },
    });
    const carries = (...commands: readonly WorkflowCommand[]) =>
      historyOf(...commands, migrating(wanted)).flatMap(({ type, data }) => (type === 'StageOpened' ? (data.carries ?? []) : []));
    expect(carries(...voted)).toStrictEqual([{ stage: 'panel', voted: ['s1', 't1', 't2'] }]);
    expect(carries(...voted, suspending('secretary'))).toStrictEqual([
      { stage: 'panel', voted: ['s1', 't1', 't2'], paused: true },
    ]);
  });
  it('keeps who stepped aside, what was gone through and where it is had back, under the new keys', () => {
    const groups = [{ key: 'g', title: heads.title, join: 'all' as const }];
    const legal = {
      ...heads,
      key: 'legal',
      actor: 'HR_OFFICER',
      group: 'g',
      verbs: { ...heads.verbs, recuse: { reason: 'optional' } },
    } as const;
    const rules = { groups, fourEyes: [] };
    const stages = [{ ...final, key: 'first' }, { ...heads, group: 'g' }, legal, final];
    const here = [
      ...[starting(definitionOf(stages, rules)), submitting(), deciding('first', 'regent')],
      recusing('legal', 'officer'),
    ];
    const turned = second([{ ...final, key: 'start' }, { ...legal, key: 'law' }, { ...renamed, group: 'g' }, final], rules);
    const wanted = planTo(turned, { mapping: { heads: 'chiefs', legal: 'law', first: 'start' } });
    const state = stateAfter(...here, migrating(wanted));
    expect(state).toMatchObject({
      open: [
        { stage: 'law', index: 1 },
        { stage: 'chiefs', index: 2 },
      ],
      passages: [{ stage: 'start', outcome: 'passed' }],
      deeds: [{ stage: 'submission' }, { stage: 'start' }],
      recusals: [{ stage: 'law', person: 'officer' }],
    });
    after(...here, migrating(wanted))
      .when(deciding('law', 'officer'))
      .thenRejected('workflow.recused');
  });
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
  it('may be a draft', () => {
    const draft = after(starting(definitionOf([heads, final])));
    draft.when(migrating(plan)).thenTypes('CaseMigrated');
  });
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

  it('counts among them no stage that it went through under another name, or whose condition does not hold', () => {
    const before = [starting(definitionOf([{ ...final, key: 'first' }, heads, final], { fourEyes: [] })), submitting()];
    const legal = { ...heads, key: 'legal' };
    const never = { ...heads, key: 'never', when: 'ownRequest = true' };
    const always = { ...heads, key: 'always', when: 'ownRequest = false' };
    const wanted = planTo(second([{ ...final, key: 'start' }, legal, never, always, renamed, hearing, final]), {
      mapping: { heads: 'chiefs', first: 'start' },
    });
    const preview = previewOf(wanted, ...before, deciding('first', 'regent'));
    expect(preview.passedOver).toEqual(['legal', 'always']);
    expect(preview.problems).toEqual([]);
  });
  it('tells what becomes of each deadline', () => {
    const { deadline: _, ...endless } = heads;
    const { deadline: __, ...endlessly } = renamed;
    const free = [starting(definitionOf([endless, final])), submitting()];
    const timersOf = (wanted: MigrationPlan, ...commands: readonly WorkflowCommand[]) =>
      previewOf(wanted, ...commands).moves.map(({ timers, before, after: then }) => [timers, before?.dueOn, then?.dueOn]);
    const restart = { timers: 'restart' } as const;
    expect(timersOf(plan, ...atHeads)).toEqual([['kept', '2026-03-05', '2026-03-05']]);
    expect(timersOf(planTo(plan.definition, restart), ...atHeads)).toEqual([['restarted', '2026-03-05', '2026-03-13']]);
    expect(timersOf(planTo(second([endlessly, final]), restart), ...atHeads)).toEqual([['dropped', '2026-03-05', undefined]]);
    expect(timersOf(planTo(second([endlessly, final])), ...atHeads)).toEqual([['kept', '2026-03-05', '2026-03-05']]);
    expect(timersOf(plan, ...free)).toEqual([['restarted', undefined, '2026-03-13']]);
    expect(timersOf(planTo(second([endlessly, final])), ...free)).toEqual([['none', undefined, undefined]]);
  });
  it('names every problem, and where it is', () => {
    const back = [...atHeads, deciding('heads', 'dest', 'return')];
    expect(previewOf(planTo(second([{ ...heads, key: 'others' }, final])), ...back).problems).toEqual([
      { code: 'unmapped', about: 'heads' },
    ]);
    const about = (wanted: MigrationPlan) => previewOf(wanted, ...atHeads).problems.map((problem) => problem.about);
    expect(about(planTo(second([{ ...panel, key: 'chiefs' }, final])))).toEqual(['heads: panel']);
    expect(about(planTo(second([renamed, { ...hearing, when: 'unheard = 1' }, final])))).toEqual(['hearing']);
    expect(about(planTo(second([renamed, final], { id: 'another' })))).toEqual(['another']);
    expect(about(planTo(second([renamed, final], { initiators: ['EMPLOYEE'] })))).toEqual(['ORIGIN_HEAD']);
    expect(about(planTo(second([renamed, final]), { definitionHash: 'def' }))).toEqual(['2']);
    const draft = previewOf(
      planTo(second([renamed, { ...hearing, when: 'unheard = 1' }, final])),
      starting(definitionOf([heads, final])),
    );
    expect(draft).toEqual({ moves: [], passedOver: [], problems: [] });
  });
  it('finds stages of one branch that would be open together', () => {
    const groups = [{ key: 'g', title: heads.title, join: 'all' as const }];
    const legal = { ...heads, key: 'legal', group: 'g' };
    const beside = [starting(definitionOf([{ ...heads, group: 'g' }, legal, final], { groups, fourEyes: [] })), submitting()];
    const into = (one: object, other: object) =>
      previewOf(planTo(second([{ ...renamed, ...one }, { ...legal, ...other }, final], { groups })), ...beside).problems;
    expect(into({ group: 'g', branch: 'b' }, { branch: 'b' })).toEqual([{ code: 'torn-apart', about: 'chiefs, legal' }]);
    expect(into({ group: 'g', branch: 'b' }, { branch: 'c' })).toEqual([]);
    expect(into({ group: 'h' }, {})).toEqual([{ code: 'torn-apart', about: 'chiefs, legal' }]);
  });
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
  it('is the system’s to carry out, and takes a reason', () => {
    const there = after(...atHeads);
    there.when(migrating(plan, 'hrhead')).thenRejected('workflow.system-only');
    there.when(migrating(plan, 'system:migration', ' ')).thenRejected('workflow.reason-missing');
  });
  it('comes too late for a case that ended', () => {
    const ended = after(...atHeads, deciding('heads', 'dest', 'reject'));
    ended.when(migrating(plan)).thenRejected('workflow.closed');
  });
  it('has no case that does not exist', () => expect(after().when(migrating(plan)).decision).toBeInstanceOf(Rejection));
});
