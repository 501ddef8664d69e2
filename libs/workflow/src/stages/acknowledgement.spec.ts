import type { AcknowledgementStage } from '../definition.js';
import { whoMayAct } from '../index.js';
import { after, deciding, definitionOf, directory, final, holds, passing, starting, stateAfter, submitting } from '../testing.js';

const note: AcknowledgementStage = {
  ...{ kind: 'acknowledgement', key: 'note', title: { id: 'mengetahui', en: 'noted' }, actor: 'HR_OFFICER' },
  verbs: { approve: { reason: 'optional' } },
  deadline: { workingDays: 2, onPassed: 'silence', reminders: [], escalations: [] },
};
const open = [starting(definitionOf([note, final])), submitting()];
const all = [starting(definitionOf([{ ...note, all: true }, final])), submitting()];

describe('an acknowledgement', () => {
  it('is given by one of the office', () =>
    after(...open)
      .when(deciding('note', 'officer'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened'));
  it('is given by all of them where the definition says so', () => {
    after(...all)
      .when(deciding('note', 'officer'))
      .thenTypes('DecisionMade');
    after(...all, deciding('note', 'officer'))
      .when(deciding('note', 'officer2'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    const state = stateAfter(...all, deciding('note', 'officer'));
    expect(whoMayAct(state, directory).map(({ person }) => person)).toEqual(['officer2']);
  });
  it('is asked of those who hold the office on the day', () => {
    const only = { ...directory, HR_OFFICER: [holds('officer2', 'hr-officer')] };
    after(...all)
      .when(deciding('note', 'officer2', 'approve', { directory: only }))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });
  it('can’t be refused', () =>
    after(...open)
      .when(deciding('note', 'officer', 'reject'))
      .thenRejected('workflow.verb-not-offered'));
  it('may be had in silence', () =>
    after(...open)
      .when(passing('note', '2026-03-05T02:00:00.000Z'))
      .thenTypes('DeadlinePassed', 'StageClosed', 'StageOpened'));
  it('may be given by the person concerned', () =>
    after(starting(definitionOf([note, final]), 'origin', { subject: 'officer' }), submitting())
      .when(deciding('note', 'officer'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened'));
});
