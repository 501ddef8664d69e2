import type { ApprovalStage } from '../definition.js';
import { explain, whoMayAct } from '../index.js';
import { after, deciding, definitionOf, directory, final, holds, panel, starting, stateAfter, submitting } from '../testing.js';
import { claiming, reassigning, unclaiming } from './testing.js';

const desk: ApprovalStage = {
  ...{ kind: 'approval', key: 'desk', title: { id: 'meja', en: 'desk' }, actor: 'HR_OFFICER' },
  verbs: {
    approve: { reason: 'optional' },
    claim: true,
    reassign: { reason: 'required', by: ['HR_HEAD'] },
  },
};
const open = [starting(definitionOf([desk, final])), submitting()];
const taken = [...open, claiming('desk', 'officer')];

describe('a task of several candidates', () => {
  it('is taken by one of them, and then is his alone', () => {
    after(...open)
      .when(claiming('desk', 'officer'))
      .thenTypes('TaskClaimed');
    after(...taken)
      .when(deciding('desk', 'officer2'))
      .thenRejected('workflow.claimed');
    after(...taken)
      .when(deciding('desk', 'officer'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    expect(whoMayAct(stateAfter(...taken), directory).map(({ person }) => person)).toEqual(['officer']);
  });
  it('may be decided without having been taken', () =>
    after(...open)
      .when(deciding('desk', 'officer2'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened'));
  it('is not taken twice', () => {
    after(...taken)
      .when(claiming('desk', 'officer'))
      .thenNothing();
    after(...taken)
      .when(claiming('desk', 'officer2'))
      .thenRejected('workflow.claimed');
  });
  it('is given back by whoever has it', () => {
    after(...taken)
      .when(unclaiming('desk', 'officer'))
      .thenTypes('TaskReleased');
    after(...taken)
      .when(unclaiming('desk', 'officer2'))
      .thenRejected('workflow.not-claimed');
    after(...taken, unclaiming('desk', 'officer'))
      .when(deciding('desk', 'officer2'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });
  it('is anybody’s again once whoever has it lost the office', () => {
    const without = { ...directory, HR_OFFICER: [holds('officer2', 'hr-officer')] };
    after(...taken)
      .when(deciding('desk', 'officer2', 'approve', { directory: without }))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    after(...taken)
      .when(claiming('desk', 'officer2', { directory: without }))
      .thenTypes('TaskClaimed');
  });
  it('is taken by candidates only, where the stage offers it', () => {
    after(...open)
      .when(claiming('desk', 'dest'))
      .thenRejected('workflow.not-an-actor');
    after(...open, deciding('desk', 'officer'))
      .when(claiming('final', 'regent'))
      .thenRejected('workflow.verb-not-offered');
    const seats = { ...panel, verbs: { ...panel.verbs, claim: true } } as const;
    after(starting(definitionOf([seats, final])), submitting())
      .when(claiming('panel', 't1'))
      .thenRejected('workflow.verb-not-offered');
  });

  it('is given to another candidate, with a reason', () => {
    after(...taken)
      .when(reassigning('desk', 'officer', 'officer2'))
      .thenTypes('TaskReassigned');
    after(...taken)
      .when(reassigning('desk', 'officer', 'officer2', { reason: ' ' }))
      .thenRejected('workflow.reason-missing');
    after(...taken, reassigning('desk', 'officer', 'officer2'))
      .when(deciding('desk', 'officer'))
      .thenRejected('workflow.claimed');
    after(...taken, reassigning('desk', 'officer', 'officer2'))
      .when(reassigning('desk', 'officer2', 'officer2'))
      .thenNothing();
  });
  it('is given by whoever has it, or by whom the definition names, and to somebody who may act', () => {
    after(...taken)
      .when(reassigning('desk', 'hrhead', 'officer2'))
      .thenTypes('TaskReassigned');
    after(...taken)
      .when(reassigning('desk', 'officer2', 'officer2'))
      .thenRejected('workflow.claimed');
    after(...taken)
      .when(reassigning('desk', 'dest', 'officer2'))
      .thenRejected('workflow.not-an-actor');
    after(...taken)
      .when(reassigning('desk', 'officer', 'dest'))
      .thenRejected('workflow.cannot-take');
  });
  it('is explained to whoever looks at the button', () => {
    const state = stateAfter(...taken);
    expect(explain(state, 'officer2', directory, 'claim')?.code).toBe('workflow.claimed');
    expect(explain(state, 'officer2', directory, 'approve')?.code).toBe('workflow.claimed');
    expect(explain(state, 'officer', directory, 'unclaim')).toBeUndefined();
    expect(explain(state, 'officer2', directory, 'unclaim')?.code).toBe('workflow.not-claimed');
    expect(explain(state, 'hrhead', directory, 'reassign')).toBeUndefined();
    expect(explain(state, 'dest', directory, 'reassign')?.code).toBe('workflow.not-an-actor');
  });
});
