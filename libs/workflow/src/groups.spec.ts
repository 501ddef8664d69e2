import type { WorkflowCommand } from './commands.js';
import type { ParallelGroup, StageDefinition } from './definition.js';
import {
  after,
  deciding,
  definitionOf,
  final,
  heads,
  hearing,
  passing,
  starting,
  stateAfter,
  submitting,
  withdrawing,
} from './testing.js';

const beside = (key: string, actor: string, more: Partial<StageDefinition> = {}): StageDefinition =>
  ({ ...heads, key, actor, group: 'opinions', ...more }) as StageDefinition;
const legal = beside('legal', 'HR_HEAD');
const finance = beside('finance', 'SECRETARY');
const audit = beside('audit', 'AUDITOR');
const opinions = (join: ParallelGroup['join'], ...stages: readonly StageDefinition[]) => [
  starting(
    definitionOf([hearing, ...stages, final], {
      groups: [{ key: 'opinions', title: { id: 'pendapat', en: 'opinions' }, join }],
      fourEyes: [],
    }),
  ),
  submitting(),
  deciding('hearing', 'asn'),
];
const open = (...commands: readonly WorkflowCommand[]) => {
  const state = stateAfter(...commands);
  return state.status === 'open' ? state.open.map(({ stage }) => stage) : state.status;
};

describe('stages of a parallel group', () => {
  const all = opinions('all', legal, finance, audit);
  it('are opened together', () => expect(open(...all)).toEqual(['legal', 'finance', 'audit']));
  it('are decided in any order, and the case goes on when all are passed', () => {
    expect(open(...all, deciding('audit', 'auditor'), deciding('legal', 'hrhead'))).toEqual(['finance']);
    expect(open(...all, deciding('audit', 'auditor'), deciding('legal', 'hrhead'), deciding('finance', 'secretary'))).toEqual([
      'final',
    ]);
  });
  it('end the case when one of them is rejected, and those beside it are not needed any more', () =>
    after(...all)
      .when(deciding('finance', 'secretary', 'reject'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageClosed', 'StageClosed', 'CaseClosed'));
  it('close with a case that is withdrawn', () =>
    after(...all)
      .when(withdrawing('origin'))
      .thenTypes('StageClosed', 'StageClosed', 'CaseClosed'));
  it('each have their own deadline', () => {
    const state = stateAfter(...all, passing('finance', '2026-03-10T02:00:00.000Z'));
    expect(state.status === 'open' && state.open.map(({ overdue }) => overdue)).toEqual([false, true, false]);
  });
  it('that do not apply are skipped without stopping the others', () => {
    const never = beside('legal', 'HR_HEAD', { when: 'ownRequest = true' });
    expect(open(...opinions('all', never, finance))).toEqual(['finance']);
    expect(open(...opinions('all', never, { ...finance, when: 'ownRequest = true' }))).toEqual(['final']);
  });
});

describe('a group that asks for one branch', () => {
  const any = opinions('any', legal, finance, audit);
  it('goes on with the first that is passed, and supersedes the others', () => {
    const { decision } = after(...any).when(deciding('finance', 'secretary'));
    expect(decision).toMatchObject([
      { type: 'DecisionMade' },
      { type: 'StageClosed', data: { stage: 'finance', outcome: 'passed' } },
      { type: 'StageClosed', data: { stage: 'legal', outcome: 'superseded' } },
      { type: 'StageClosed', data: { stage: 'audit', outcome: 'superseded' } },
      { type: 'StageOpened', data: { stage: 'final' } },
    ]);
  });
  it('is rejected only when no branch is left', () => {
    const two = [...any, deciding('legal', 'hrhead', 'reject'), deciding('finance', 'secretary', 'reject')];
    expect(open(...two)).toEqual(['audit']);
    expect(open(...two, deciding('audit', 'auditor', 'reject'))).toBe('closed');
  });
});

describe('a group that asks for two of three', () => {
  const two = opinions(2, legal, finance, audit);
  it('goes on with two, though one was rejected', () =>
    expect(
      open(...two, deciding('legal', 'hrhead', 'reject'), deciding('finance', 'secretary'), deciding('audit', 'auditor')),
    ).toEqual(['final']));
  it('is rejected as soon as two can no longer be had', () =>
    expect(open(...two, deciding('legal', 'hrhead', 'reject'), deciding('audit', 'auditor', 'reject'))).toBe('closed'));
});

describe('a branch of two stages', () => {
  const steps = opinions('all', { ...legal, branch: 'law' }, { ...audit, branch: 'law' }, { ...finance, branch: 'money' });
  it('opens the second when the first is passed', () => {
    expect(open(...steps)).toEqual(['legal', 'finance']);
    expect(open(...steps, deciding('legal', 'hrhead'))).toEqual(['audit', 'finance']);
    expect(open(...steps, deciding('legal', 'hrhead'), deciding('finance', 'secretary'))).toEqual(['audit']);
  });
});

describe('a return from within a group', () => {
  const returned = [
    ...opinions('all', legal, finance, audit),
    deciding('legal', 'hrhead'),
    deciding('finance', 'secretary', 'return'),
  ];
  it('closes what stands beside it and goes to the proposer', () => expect(open(...returned)).toBe('returned'));
  it('comes back to the group, where what was passed stands', () => {
    const again = stateAfter(...returned, submitting('origin', { dossierHash: 'd2' }));
    expect(again).toMatchObject({ round: 2, open: [{ stage: 'finance' }, { stage: 'audit' }] });
    expect(open(...returned, submitting(), deciding('finance', 'secretary'), deciding('audit', 'auditor'))).toEqual(['final']);
  });
  it('begins anew where person, post or date changed', () =>
    expect(open(...returned, submitting('origin', { changed: true }), deciding('hearing', 'asn'))).toEqual([
      'legal',
      'finance',
      'audit',
    ]));
});
