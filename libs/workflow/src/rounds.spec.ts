import type { StageDefinition } from './definition.js';
import { explain } from './index.js';
import { after, deciding, definitionOf, directory, final, heads, starting, stateAfter, submitting } from './testing.js';

const open = [starting(definitionOf([heads, final], { rounds: 2 })), submitting()];
const again = [...open, deciding('heads', 'dest', 'return'), submitting('origin', { dossierHash: 'd2' })];

describe('the rounds of a case', () => {
  it('are capped where the definition says so, and the refusal names what can be done instead', () => {
    const { decision } = after(...again).when(deciding('heads', 'dest', 'return'));
    expect(decision).toMatchObject({
      code: 'workflow.rounds-exhausted',
      facts: { rounds: 2, instead: ['approve', 'reject'] },
    });
    after(...again)
      .when(deciding('heads', 'dest'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    expect(explain(stateAfter(...again), 'dest', directory, 'return')?.code).toBe('workflow.rounds-exhausted');
    expect(explain(stateAfter(...open), 'dest', directory, 'return')).toBeUndefined();
  });
  it('are over for a stage that cannot reject, but for its approval', () => {
    const { reject: _, ...verbs } = heads.verbs;
    const mild = [starting(definitionOf([{ ...heads, verbs }, final], { rounds: 1 })), submitting()];
    expect(after(...mild).when(deciding('heads', 'dest', 'return')).decision).toMatchObject({ facts: { instead: ['approve'] } });
  });
  it('are as many as it takes where it does not', () => {
    const free = [starting(definitionOf([heads, final])), submitting()];
    const five = Array.from({ length: 5 }, () => [deciding('heads', 'dest', 'return'), submitting()]).flat();
    after(...free, ...five)
      .when(deciding('heads', 'dest', 'return'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseReturned');
  });
  it('each keep the dossier that they rested on', () => {
    const state = stateAfter(...again, deciding('heads', 'dest'));
    expect(state.status === 'open' && state.rounds.map(({ round, dossierHash }) => [round, dossierHash])).toEqual([
      [1, 'd1'],
      [2, 'd2'],
    ]);
  });
  it('of a case that went back to a stage rest on the dossier as it was', () => {
    const free = [starting(definitionOf([heads, final], { fourEyes: [] })), submitting(), deciding('heads', 'dest')];
    const state = stateAfter(...free, deciding('final', 'regent', 'return', { to: 'heads' }));
    expect(state.status === 'open' && state.rounds).toMatchObject([
      { round: 1, dossierHash: 'd1' },
      { round: 2, dossierHash: 'd1' },
    ]);
  });
});

describe('the last round of a case that waits for an answer from outside', () => {
  it('can be ended by that answer alone', () => {
    const outside: StageDefinition = {
      ...{ kind: 'external', key: 'bkn', title: heads.title, actor: 'HR_OFFICER', from: heads.title },
      verbs: { return: { reason: 'optional', to: ['submission'] } },
    };
    const last = [starting(definitionOf([outside, final], { rounds: 1 })), submitting()];
    expect(after(...last).when(deciding('bkn', 'officer', 'return')).decision).toMatchObject({
      code: 'workflow.rounds-exhausted',
      facts: { stage: 'bkn', rounds: 1, instead: ['record-answer'] },
    });
  });
});
