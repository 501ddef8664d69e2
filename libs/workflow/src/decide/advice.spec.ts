import { explain, waitingFor, whoMayAct } from '../index.js';
import { after, deciding, definitionOf, directory, final, heads, starting, stateAfter, submitting } from '../testing.js';
import { addingAdviser, advising } from './testing.js';

const advised = { ...heads, verbs: { ...heads.verbs, advise: { max: 2 } } } as const;
const open = [starting(definitionOf([advised, final])), submitting()];
const asked = [...open, addingAdviser('heads', 'dest', 'auditor')];
const needed = [...open, addingAdviser('heads', 'dest', 'auditor', { required: true })];

describe('an adviser', () => {
  it('is asked by whoever acts, and advises once', () => {
    after(...open)
      .when(addingAdviser('heads', 'dest', 'auditor'))
      .thenTypes('AdviserAdded');
    after(...asked)
      .when(advising('heads', 'auditor'))
      .thenTypes('AdviceGiven');
    after(...asked, advising('heads', 'auditor'))
      .when(advising('heads', 'auditor'))
      .thenNothing();
    after(...asked, advising('heads', 'auditor'))
      .when(advising('heads', 'auditor', 'on second thought'))
      .thenRejected('workflow.already-advised');
  });
  it('keeps nobody from deciding', () =>
    after(...asked)
      .when(deciding('heads', 'dest'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened'));
  it('is waited for where his advice is required', () => {
    after(...needed)
      .when(deciding('heads', 'dest'))
      .thenRejected('workflow.advice-awaited');
    expect(whoMayAct(stateAfter(...needed), directory)).toEqual([]);
    expect(waitingFor(stateAfter(...needed), directory)).toMatchObject([
      { awaited: 'advice', people: ['auditor'], vacant: false },
    ]);
    after(...needed, advising('heads', 'auditor'))
      .when(deciding('heads', 'dest'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });
  it('is waited for no longer once whoever asked says so', () =>
    after(...needed, addingAdviser('heads', 'dest', 'auditor'))
      .when(deciding('heads', 'dest'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened'));
  it('decides nothing', () =>
    after(...asked)
      .when(deciding('heads', 'auditor'))
      .thenRejected('workflow.not-an-actor'));
  it('is not the person concerned, nor his kin, nor whoever asks', () => {
    for (const adviser of ['asn', 'dest', 'system:bot', ' '])
      after(...open)
        .when(addingAdviser('heads', 'dest', adviser))
        .thenRejected('workflow.adviser-barred');
    after(...open)
      .when(addingAdviser('heads', 'dest', 'auditor', { kin: ['auditor'] }))
      .thenRejected('workflow.adviser-barred');
  });
  it('is not one too many, and not asked twice', () => {
    const two = [...asked, addingAdviser('heads', 'dest', 'secretary')];
    after(...two)
      .when(addingAdviser('heads', 'dest', 'hrhead'))
      .thenRejected('workflow.too-many-advisers');
    after(...asked)
      .when(addingAdviser('heads', 'dest', 'auditor'))
      .thenNothing();
    after(...asked, advising('heads', 'auditor'))
      .when(addingAdviser('heads', 'dest', 'auditor', { required: true }))
      .thenRejected('workflow.already-advised');
  });
  it('is asked about something, and says something', () => {
    after(...open)
      .when(addingAdviser('heads', 'dest', 'auditor', { question: '' }))
      .thenRejected('workflow.text-missing');
    after(...asked)
      .when(advising('heads', 'auditor', ' '))
      .thenRejected('workflow.text-missing');
    after(...asked)
      .when(advising('heads', 'hrhead'))
      .thenRejected('workflow.not-an-adviser');
  });
  it('is remembered with the stage', () => {
    const state = stateAfter(...asked, advising('heads', 'auditor'), deciding('heads', 'dest'));
    expect(state.status === 'open' && state.passages[0]?.advisers).toMatchObject([{ person: 'auditor', advice: 'do it' }]);
  });
  it('is explained to whoever looks at the button', () => {
    expect(explain(stateAfter(...open), 'regent', directory, 'add-adviser')?.code).toBe('workflow.not-an-actor');
    expect(explain(stateAfter(...asked), 'auditor', directory, 'advise')).toBeUndefined();
    expect(explain(stateAfter(...needed), 'dest', directory, 'approve')?.code).toBe('workflow.advice-awaited');
    expect(explain(stateAfter(...open, deciding('heads', 'dest')), 'regent', directory, 'add-adviser')?.code).toBe(
      'workflow.verb-not-offered',
    );
  });
});
