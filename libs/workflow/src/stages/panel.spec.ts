import type { Verdict } from '../definition.js';
import {
  after,
  deciding,
  definitionOf,
  directory,
  final,
  holds,
  panel,
  passing,
  starting,
  stateAfter,
  submitting,
} from '../testing.js';

type Rule = 'majority' | 'unanimous' | 'veto';
const late = '2026-03-10T02:00:00.000Z';

const vote = (index: number, letter: string) => deciding('panel', `t${index + 1}`, letter === 'y' ? 'approve' : 'reject');
const begun = (more: object = {}) => [starting(definitionOf([{ ...panel, ...more }, final])), submitting()];
/** What a panel comes to when its members vote one after the other: `y` for, `n` against. */
const panelAfter = (votes: string, more: object = {}): string => {
  const state = stateAfter(...begun(more), ...[...votes].map((letter, index) => vote(index, letter)));
  if (state.status === 'closed') return 'failed';
  return state.status === 'open' && state.open[0].stage === 'final' ? 'passed' : 'open';
};

describe('a panel of five with a quorum of three', () => {
  const table: readonly (readonly [Rule, string, string])[] = [
    ['majority', 'yy', 'open'],
    ['majority', 'nn', 'open'],
    ['majority', 'yyy', 'passed'],
    ['majority', 'nnn', 'failed'],
    ['majority', 'yyn', 'open'],
    ['majority', 'yyny', 'passed'],
    ['majority', 'yynn', 'open'],
    ['majority', 'yynny', 'passed'],
    ['majority', 'yynnn', 'failed'],
    ['unanimous', 'yyy', 'open'],
    ['unanimous', 'yyyyy', 'passed'],
    ['unanimous', 'n', 'open'],
    ['unanimous', 'yyn', 'failed'],
    ['veto', 'n', 'failed'],
    ['veto', 'yyyy', 'open'],
    ['veto', 'yyyyy', 'passed'],
  ];
  it.each(table)('by %s, after %s, is %s', (rule, votes, result) => expect(panelAfter(votes, { rule })).toBe(result));

  it('fails on a tie once all have voted', () => expect(panelAfter('yynn', { size: 4, quorum: 4 })).toBe('failed'));
  it('is not closed below its quorum, though the rest could change nothing', () =>
    expect(panelAfter('yyy', { quorum: 5 })).toBe('open'));

  it('records every vote with its reason, and closes once', () => {
    after(...begun())
      .when(deciding('panel', 't1'))
      .thenTypes('DecisionMade');
    after(...begun(), vote(0, 'y'), vote(1, 'y'))
      .when(vote(2, 'y'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    after(...begun())
      .when(deciding('panel', 't1', 'approve', { reason: ' ' }))
      .thenRejected('workflow.reason-missing');
  });
});

describe('a member', () => {
  it('votes once: the same vote again is nothing', () =>
    after(...begun(), vote(0, 'y'))
      .when(vote(0, 'y'))
      .thenNothing());
  it('does not change a vote', () =>
    after(...begun(), vote(0, 'y'))
      .when(vote(0, 'n'))
      .thenRejected('workflow.already-voted'));
  it('does not change the reason of a vote', () =>
    after(...begun(), vote(0, 'y'))
      .when(deciding('panel', 't1', 'approve', { reason: 'other' }))
      .thenRejected('workflow.already-voted'));
  it('does not vote on himself', () => {
    const sits = { ...directory, TPK_MEMBER: [holds('asn', 'tpk')] };
    after(...begun())
      .when(deciding('panel', 'asn', 'approve', { directory: sits }))
      .thenRejected('workflow.own-case');
  });

  it('cannot return the case alone, whatever the definition offers', () => {
    const verbs = { ...panel.verbs, return: { reason: 'optional', to: ['submission'] } };
    after(...begun({ verbs }))
      .when(deciding('panel', 't1', 'return'))
      .thenRejected('workflow.verb-not-offered');
  });

  const stoodIn = {
    ...directory,
    TPK_MEMBER: [...(directory.TPK_MEMBER ?? []), holds('deputy', 'tpk', { kind: 'substitute', onBehalfOf: 't1' })],
  };
  const deputy = (verdict: Verdict) => deciding('panel', 'deputy', verdict, { directory: stoodIn });
  it('and his substitute have one seat between them', () => {
    after(...begun(), vote(0, 'y'))
      .when(deputy('approve'))
      .thenRejected('workflow.already-voted');
    after(...begun(), deputy('approve'))
      .when(deciding('panel', 't1', 'approve', { directory: stoodIn }))
      .thenRejected('workflow.already-voted');
    after(...begun())
      .when(deputy('reject'))
      .thenTypes('DecisionMade');
  });

  it('who is a substitute as well has one vote', () => {
    const doubled = { ...directory, TPK_MEMBER: [holds('t1', 'tpk', { kind: 'substitute', onBehalfOf: 't2' })] };
    after(...begun(), vote(0, 'y'))
      .when(deciding('panel', 't1', 'reject', { directory: doubled }))
      .thenRejected('workflow.already-voted');
  });
});

describe('the deadline of a panel', () => {
  const at = (votes: string, more: object = {}) =>
    after(...begun(more), ...[...votes].map((letter, index) => vote(index, letter))).when(passing('panel', late));

  it('closes it by its rule where the quorum is met', () => {
    at('yyn').thenTypes('DeadlinePassed', 'StageClosed', 'StageOpened');
    at('ynn').thenTypes('DeadlinePassed', 'StageClosed', 'CaseClosed');
    expect(at('yyn').decision).toMatchObject([{ data: { outcome: 'closed' } }, { data: { outcome: 'passed' } }, {}]);
  });

  it('fails it on a tie', () => at('ynyn').thenTypes('DeadlinePassed', 'StageClosed', 'CaseClosed'));

  it('leaves it waiting below the quorum, until the vote that makes it', () => {
    at('yy').thenTypes('DeadlinePassed');
    expect(at('yy').decision).toMatchObject([{ data: { outcome: 'overdue' } }]);
    const overdue = [...begun(), vote(0, 'y'), vote(1, 'n'), passing('panel', late)];
    after(...overdue)
      .when(vote(2, 'y'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });

  it('only makes it overdue where the definition says wait', () => {
    const deadline = { ...panel.deadline, onPassed: 'wait' };
    at('yyn', { deadline }).thenTypes('DeadlinePassed');
    after(...begun({ deadline }), vote(0, 'y'), vote(1, 'n'), passing('panel', late))
      .when(vote(2, 'y'))
      .thenTypes('DecisionMade');
  });
});
