import { definitionOf, after, deciding, final, heads, hearing, machine, panel, starting, submitting, checking, historyOf } from './testing.js';

const whole = definitionOf([heads, hearing, machine, panel, final]);
const begun = [starting(whole), submitting()];

describe('a case', () => {
  it('begins as a draft of whoever may start it', () => {
    after().when(starting(whole)).thenTypes('CaseStarted');
  });

  it('opens its first stage when it is submitted', () => {
    after(starting(whole)).when(submitting()).thenTypes('CaseSubmitted', 'StageOpened');
  });

  it('goes through every kind of stage to its approval', () => {
    const history = historyOf(
      ...begun,
      deciding('heads', 'dest'),
      deciding('hearing', 'asn'),
      checking('machine', 'passed'),
      ...['t1', 't2', 't3'].map((member) => deciding('panel', member)),
      deciding('final', 'regent'),
    );
    expect(history.map(({ type }) => type)).toEqual([
      ...['CaseStarted', 'CaseSubmitted', 'StageOpened'],
      ...['DecisionMade', 'StageClosed', 'StageOpened'],
      ...['DecisionMade', 'StageClosed', 'StageOpened'],
      ...['CheckRecorded', 'StageClosed', 'StageOpened'],
      ...['DecisionMade', 'DecisionMade', 'DecisionMade', 'StageClosed', 'StageOpened'],
      ...['DecisionMade', 'StageClosed', 'CaseClosed'],
    ]);
  });
});
