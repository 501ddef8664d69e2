import type { PanelStage } from '../definition.js';
import type { WorkflowCommand } from '../commands.js';
import { explain, waitingFor } from '../index.js';
import { recusing } from '../decide/testing.js';
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
  starting,
  stateAfter,
  submitting,
} from '../testing.js';

const board = (more: Partial<PanelStage>) => [starting(definitionOf([{ ...panel, ...more }, final])), submitting()];
const voting = (votes: Readonly<Record<string, 'approve' | 'reject'>>): readonly WorkflowCommand[] =>
  Object.entries(votes).map(([by, verdict]) => deciding('panel', by, verdict));
const four = { size: 4, quorum: 4, members: ['t1', 't2', 't3', 't4'] } as const;
const people = { ...directory, CHAIR: [holds('t2', 'chair')] };
const last = (by: string, verdict: 'approve' | 'reject' = 'approve', who = people) =>
  deciding('panel', by, verdict, { directory: who });

describe('the seats of a panel', () => {
  it('are those the definition lists, by person or by office', () => {
    after(...board(four))
      .when(deciding('panel', 't5'))
      .thenRejected('workflow.not-an-actor');
    const offices = { ...directory, TPK_MEMBER: [holds('t1', 'legal'), holds('t2', 'finance'), holds('t3', 'gardens')] };
    const listed = board({ size: 2, quorum: 2, members: ['legal', 't2'] });
    after(...listed)
      .when(deciding('panel', 't3', 'approve', { directory: offices }))
      .thenRejected('workflow.not-an-actor');
    expect(waitingFor(stateAfter(...listed), offices)[0]?.people).toEqual(['t1', 't2']);
  });
  it('are tied without a chair, and then it fails', () =>
    after(...board(four), ...voting({ t1: 'approve', t2: 'approve', t3: 'reject' }))
      .when(last('t4', 'reject'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseClosed'));
  it('are led by a chair, whose vote breaks a tie either way', () => {
    const chaired = board({ ...four, chair: 'CHAIR' });
    after(...chaired, last('t1'), last('t2'), last('t3', 'reject'))
      .when(last('t4', 'reject'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    after(...chaired, last('t1'), last('t2', 'reject'), last('t3', 'reject'))
      .when(last('t4'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseClosed');
  });
  it('wait for the chair while a tie is possible', () => {
    const chaired = board({ ...four, quorum: 2, chair: 'CHAIR' });
    after(...chaired, last('t1'), last('t3'))
      .when(last('t4', 'reject'))
      .thenTypes('DecisionMade');
    after(...chaired, last('t1'), last('t3'), last('t4', 'reject'))
      .when(last('t2', 'reject'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseClosed');
  });
  it('are led by the first of the list, or of the offices, where the definition says so', () => {
    after(
      ...board({ ...four, members: ['t4', 't3', 't2', 't1'], chair: 'first' }),
      ...voting({ t1: 'approve', t2: 'approve', t3: 'reject' }),
    )
      .when(last('t4', 'reject'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseClosed');
    const offices = { ...directory, TPK_MEMBER: [holds('t1', 'b'), holds('t2', 'a')] };
    const two = board({ size: 2, quorum: 2, chair: 'first' });
    after(...two, last('t1', 'reject', { ...offices, CHAIR: [] }))
      .when(last('t2', 'approve', { ...offices, CHAIR: [] }))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });
  it('are led by the first of the list that is held, by office, by person or by whom he stands in for', () => {
    const seats = [holds('t1', 'a'), holds('t2', 'b'), holds('s3', 'c', { kind: 'substitute', onBehalfOf: 't3' })];
    const sitting = { ...directory, TPK_MEMBER: seats };
    const tieOf = (members: readonly string[], against: string) => {
      const two = board({ size: 2, quorum: 2, chair: 'first', members });
      const [one = '', other = ''] = members.map((id) => ({ b: 't2', t3: 's3' })[id] ?? id);
      return after(...two, last(against === one ? other : one, 'approve', { ...sitting, CHAIR: [] })).when(
        last(against, 'reject', { ...sitting, CHAIR: [] }),
      );
    };
    tieOf(['b', 't1'], 't1').thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    tieOf(['b', 't1'], 't2').thenTypes('DecisionMade', 'StageClosed', 'CaseClosed');
    tieOf(['t3', 't1'], 't1').thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    tieOf(['t3', 'b'], 's3').thenTypes('DecisionMade', 'StageClosed', 'CaseClosed');
    tieOf(['gone', 't1', 't3'].slice(1), 't1').thenTypes('DecisionMade', 'StageClosed', 'CaseClosed');
  });
  it.each([['abc'], ['acb'], ['bac'], ['bca'], ['cab'], ['cba']])(
    'are led by the first office, in whatever order: %s',
    (order) => {
      const seats = { ...directory, TPK_MEMBER: [...order].map((office) => holds(`t-${office}`, office)), CHAIR: [] };
      const chaired = board({ size: 3, quorum: 3, chair: 'first' });
      const votes = ['a', 'b'].map((office) => last(`t-${office}`, office === 'a' ? 'approve' : 'reject', seats));
      const state = stateAfter(...chaired, ...votes);
      expect(state.status === 'open' && state.open[0].votes.map(({ by, chair }) => [by.by, chair])).toEqual([
        ['t-a', true],
        ['t-b', undefined],
      ]);
    },
  );
  it('may have one with a veto, while the others count', () => {
    const vetoed = board({ ...four, quorum: 2, rule: 'veto', vetoBy: 'CHAIR' });
    after(...vetoed)
      .when(last('t2', 'reject'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseClosed');
    after(...vetoed, last('t1', 'reject'))
      .when(last('t2'))
      .thenTypes('DecisionMade');
    after(...vetoed, last('t1', 'reject'), last('t2'))
      .when(last('t3'))
      .thenTypes('DecisionMade');
    after(...vetoed, last('t1', 'reject'), last('t2'), last('t3'))
      .when(last('t4'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    after(...vetoed, last('t1'), last('t3'))
      .when(last('t4'))
      .thenTypes('DecisionMade');
  });
  it('close at the deadline by the chair’s vote where they are tied', () => {
    const chaired = board({ ...four, quorum: 2, chair: 'CHAIR' });
    after(...chaired, last('t1', 'reject'), last('t2'))
      .when(passing('panel', '2026-03-10T02:00:00.000Z'))
      .thenTypes('DeadlinePassed', 'StageClosed', 'StageOpened');
  });
});

const mayRecuse = { verbs: { ...panel.verbs, recuse: { reason: 'required' } } } as const;
const aside = board({ ...four, quorum: 3, ...mayRecuse });

describe('somebody who steps aside', () => {
  it('leaves a smaller panel', () => {
    after(...aside)
      .when(recusing('panel', 't1'))
      .thenTypes('Recused');
    const rest = [...aside, recusing('panel', 't1')];
    after(...rest)
      .when(deciding('panel', 't1'))
      .thenRejected('workflow.recused');
    expect(waitingFor(stateAfter(...rest), directory)[0]?.people).toEqual(['t2', 't3', 't4']);
    after(...rest, ...voting({ t2: 'approve', t3: 'reject' }))
      .when(last('t4'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });
  it('leaves it decided where his vote was the only one out', () => {
    after(...aside, ...voting({ t1: 'approve', t2: 'reject', t3: 'approve' }))
      .when(recusing('panel', 't4'))
      .thenTypes('Recused', 'StageClosed', 'StageOpened');
    after(...aside, ...voting({ t1: 'approve' }))
      .when(recusing('panel', 't4'))
      .thenTypes('Recused');
  });
  it('may not where the panel would be smaller than its quorum', () =>
    after(...aside, recusing('panel', 't1'))
      .when(recusing('panel', 't2'))
      .thenRejected('workflow.quorum-lost'));
  it('says why, once, and before he votes', () => {
    after(...aside)
      .when(recusing('panel', 't1', { reason: '' }))
      .thenRejected('workflow.reason-missing');
    after(...aside, recusing('panel', 't1'))
      .when(recusing('panel', 't1'))
      .thenRejected('workflow.recused');
    after(...aside, deciding('panel', 't1'))
      .when(recusing('panel', 't1'))
      .thenRejected('workflow.already-voted');
  });
  it('is out at that stage alone, as is every other who did', () => {
    const single = { ...heads, actor: 'TPK_MEMBER', verbs: { ...heads.verbs, recuse: { reason: 'optional' } } } as const;
    const two = [
      starting(definitionOf([single, { ...panel, ...four, quorum: 2, ...mayRecuse }, final])),
      ...[submitting(), recusing('heads', 't1'), recusing('heads', 't2')],
    ];
    for (const by of ['t1', 't2'])
      after(...two)
        .when(deciding('heads', by))
        .thenRejected('workflow.recused');
    after(...two, deciding('heads', 't3'))
      .when(deciding('panel', 't1'))
      .thenTypes('DecisionMade');
  });
  it('is out in every later round', () => {
    const back = { ...final, verbs: { ...final.verbs, return: { reason: 'required', to: ['panel'] } } } as const;
    const history = [
      starting(definitionOf([{ ...panel, ...four, quorum: 3, ...mayRecuse }, back])),
      ...[submitting(), recusing('panel', 't1'), ...voting({ t2: 'approve', t3: 'approve', t4: 'approve' })],
      deciding('final', 'regent', 'return'),
    ];
    after(...history)
      .when(deciding('panel', 't1'))
      .thenRejected('workflow.recused');
  });
  it('leaves an office to its other holders, or vacant', () => {
    const single = { ...heads, verbs: { ...heads.verbs, recuse: { reason: 'optional' } } } as const;
    const there = [starting(definitionOf([single, final])), submitting(), recusing('heads', 'dest')];
    expect(waitingFor(stateAfter(...there), directory)).toMatchObject([
      { stage: 'heads', vacant: true, vacancy: { policy: 'wait' } },
    ]);
    const substitute = { ...directory, DEST_HEAD: [holds('deputy', 'head:b', { kind: 'substitute', onBehalfOf: 'dest' })] };
    after(...there)
      .when(deciding('heads', 'deputy', 'approve', { directory: substitute }))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    const policy = { ...single, vacancy: { policy: 'superior', role: 'REGENT' } } as const;
    after(starting(definitionOf([policy, final], { fourEyes: [] })), submitting(), recusing('heads', 'dest'))
      .when(deciding('heads', 'regent'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });
  it('is explained to whoever looks at the button', () => {
    expect(explain(stateAfter(...aside), 't1', directory, 'recuse')).toBeUndefined();
    expect(explain(stateAfter(...aside), 'dest', directory, 'recuse')?.code).toBe('workflow.not-an-actor');
    expect(explain(stateAfter(...aside, recusing('panel', 't1')), 't2', directory, 'recuse')?.code).toBe('workflow.quorum-lost');
    expect(explain(stateAfter(...board({})), 't1', directory, 'recuse')?.code).toBe('workflow.verb-not-offered');
  });
});
