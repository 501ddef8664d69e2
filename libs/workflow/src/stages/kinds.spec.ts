import {
  after,
  checking,
  deciding,
  definitionOf,
  final,
  hearing,
  heads,
  machine,
  passing,
  starting,
  stateAfter,
  submitting,
} from '../testing.js';

const heard = [starting(definitionOf([hearing, final])), submitting()];
const checked = [starting(definitionOf([machine, final])), submitting()];
const late = '2026-03-10T02:00:00.000Z';

describe('the hearing of the person concerned', () => {
  it('is passed by his consent', () =>
    after(...heard)
      .when(deciding('hearing', 'asn'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened'));
  it('is passed by his remarks, which are kept and are no veto', () => {
    const { decision } = after(...heard).when(deciding('hearing', 'asn', 'reject', { reason: 'my family' }));
    expect(decision).toMatchObject([
      { data: { verdict: 'reject', reason: 'my family' } },
      { data: { outcome: 'passed' } },
      { type: 'StageOpened' },
    ]);
  });
  it('takes words for remarks', () =>
    after(...heard)
      .when(deciding('hearing', 'asn', 'reject', { reason: ' ' }))
      .thenRejected('workflow.reason-missing'));
  it('is his alone', () =>
    after(...heard)
      .when(deciding('hearing', 'dest'))
      .thenRejected('workflow.not-an-actor'));

  it('is passed by silence at the deadline, recorded as silence', () => {
    const { decision } = after(...heard).when(passing('hearing', late));
    expect(decision).toMatchObject([
      { type: 'DeadlinePassed', data: { outcome: 'silent' } },
      { type: 'StageClosed', data: { outcome: 'silent' } },
      { type: 'StageOpened', data: { stage: 'final' } },
    ]);
  });

  it('goes on waiting where the definition does not take silence for an answer', () => {
    const waiting = { ...hearing, deadline: { ...hearing.deadline, onPassed: 'wait' } } as const;
    after(starting(definitionOf([waiting, final])), submitting())
      .when(passing('hearing', late))
      .thenTypes('DeadlinePassed');
  });
});

describe('an approval', () => {
  it('is never had by silence, whatever the definition says', () => {
    const silent = { ...heads, deadline: { ...heads.deadline, onPassed: 'silence' } } as const;
    after(starting(definitionOf([silent, final])), submitting())
      .when(passing('heads', late))
      .thenTypes('DeadlinePassed');
  });
});

describe('an automatic check', () => {
  it('is passed by the system', () =>
    after(...checked)
      .when(checking('machine', 'passed'))
      .thenTypes('CheckRecorded', 'StageClosed', 'StageOpened'));
  it('ends the case when it fails', () => {
    after(...checked)
      .when(checking('machine', 'failed'))
      .thenTypes('CheckRecorded', 'StageClosed', 'CaseClosed');
    expect(stateAfter(...checked, checking('machine', 'failed'))).toMatchObject({ outcome: 'rejected' });
  });
  it('is recorded by no person', () =>
    after(...checked)
      .when(checking('machine', 'passed', 'regent'))
      .thenRejected('workflow.system-only'));
  it('is not decided by a person', () => {
    after(...checked)
      .when(deciding('machine', 'regent'))
      .thenRejected('workflow.verb-not-offered');
    const offered = definitionOf([{ ...machine, actor: 'REGENT', verbs: final.verbs }, final]);
    after(starting(offered), submitting()).when(deciding('machine', 'regent')).thenRejected('workflow.verb-not-offered');
  });
  it('does not answer for a stage of people', () =>
    after(...heard)
      .when(checking('hearing', 'passed'))
      .thenRejected('workflow.verb-not-offered'));
  it('does not answer for a stage that is not open', () =>
    after(...heard)
      .when(checking('final', 'passed'))
      .thenRejected('workflow.stage-not-current'));
});
