import type { SignoffStage } from '../definition.js';
import { explain, waitingFor, whoMayAct } from '../index.js';
import { after, deciding, definitionOf, directory, final, holds, starting, stateAfter, submitting } from '../testing.js';

const title = { id: 'paraf', en: 'sign-off' };
const paraf: SignoffStage = {
  ...{ kind: 'signoff', key: 'paraf', title, actor: 'HR_HEAD' },
  groups: ['HR_HEAD', 'SECRETARY', 'AUDITOR'].map((role) => ({ role, title })),
  verbs: { approve: { reason: 'optional' }, reject: { reason: 'required' } },
};
const definition = definitionOf([paraf, final], { fourEyes: [] });
const open = [starting(definition), submitting()];
const one = [...open, deciding('paraf', 'secretary')];

describe('a sign-off', () => {
  it('is passed when each group has signed, in whatever order', () => {
    after(...one, deciding('paraf', 'auditor'))
      .when(deciding('paraf', 'hrhead'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    after(...one)
      .when(deciding('paraf', 'hrhead'))
      .thenTypes('DecisionMade');
  });
  it('shows which groups are still out', () => {
    expect(waitingFor(stateAfter(...one), directory).map(({ role, people }) => [role, ...people])).toEqual([
      ['HR_HEAD', 'hrhead'],
      ['AUDITOR', 'auditor'],
    ]);
    expect(whoMayAct(stateAfter(...one), directory).map(({ person }) => person)).toEqual(['hrhead', 'auditor']);
  });
  it('fails with one refusal', () =>
    after(...one)
      .when(deciding('paraf', 'auditor', 'reject'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseClosed'));
  it('has each group sign once, whoever of it does', () => {
    const two = { ...directory, SECRETARY: [...(directory['SECRETARY'] ?? []), holds('deputy', 'secretary')] };
    after(...one)
      .when(deciding('paraf', 'deputy', 'approve', { directory: two }))
      .thenRejected('workflow.already-voted');
    expect(explain(stateAfter(...one), 'deputy', two, 'approve')?.code).toBe('workflow.already-voted');
    after(...one)
      .when(deciding('paraf', 'secretary'))
      .thenNothing();
  });
  it('has nobody sign for two groups; who holds both leaves one vacant', () => {
    const both = { ...directory, AUDITOR: [holds('secretary', 'auditor')] };
    const signed = [...open, deciding('paraf', 'secretary', 'approve', { directory: both })];
    after(...signed)
      .when(deciding('paraf', 'secretary', 'approve', { directory: both, reason: 'again' }))
      .thenRejected('workflow.already-voted');
    expect(waitingFor(stateAfter(...signed), both)).toMatchObject([{ role: 'HR_HEAD' }, { role: 'AUDITOR', vacant: true }]);
  });
  it('has the office above sign for a vacant one, in its name', () => {
    const superior = { ...paraf, vacancy: { policy: 'superior', role: 'REGENT' } } as const;
    const vacant = { ...directory, AUDITOR: [] };
    const there = [starting(definitionOf([superior, final], { fourEyes: [] })), submitting()];
    const history = [...there, deciding('paraf', 'regent', 'approve', { directory: vacant })];
    const state = stateAfter(...history);
    expect(state.status === 'open' && state.open[0].votes[0]?.by).toMatchObject({ role: 'REGENT', inPlaceOf: 'AUDITOR' });
    expect(waitingFor(state, vacant).map(({ role }) => role)).toEqual(['HR_HEAD', 'SECRETARY']);
  });
  it('is nobody else’s', () =>
    after(...open)
      .when(deciding('paraf', 'dest'))
      .thenRejected('workflow.not-an-actor'));
});
