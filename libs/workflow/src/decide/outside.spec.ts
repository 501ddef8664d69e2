import { explain, waitingFor } from '../index.js';
import { after, deciding, definitionOf, directory, final, heads, starting, stateAfter, submitting } from '../testing.js';
import type { ExternalStage } from '../definition.js';
import { attaching, recording } from './testing.js';

const bkn: ExternalStage = {
  ...{ kind: 'external', key: 'bkn', title: { id: 'BKN', en: 'BKN' }, actor: 'HR_OFFICER', from: { id: 'BKN', en: 'BKN' } },
  verbs: { return: { reason: 'required', to: ['submission'] } },
};
const open = [starting(definitionOf([bkn, final])), submitting()];
const next = '2026-03-05T02:00:00.000Z';

describe('an answer from outside', () => {
  it('is recorded with its number and date by whoever holds the office, and the case goes on', () => {
    after(...open)
      .when(recording('bkn', 'officer', { at: next, date: '2026-03-04', number: ' 12/BKN ' }))
      .thenTypes('ExternalAnswerRecorded', 'StageClosed', 'StageOpened');
    const state = stateAfter(...open, recording('bkn', 'officer', { at: next, date: '2026-03-04', number: ' 12/BKN ' }));
    expect(state.status === 'open' && state.passages[0]).toMatchObject({
      outcome: 'passed',
      answer: { outcome: 'passed', number: '12/BKN', date: '2026-03-04', note: 'agreed' },
    });
  });
  it('is awaited by name', () =>
    expect(waitingFor(stateAfter(...open), directory)).toMatchObject([{ awaited: 'outside', people: ['officer', 'officer2'] }]));
  it('ends the case where it is negative', () =>
    after(...open)
      .when(recording('bkn', 'officer', { outcome: 'failed' }))
      .thenTypes('ExternalAnswerRecorded', 'StageClosed', 'CaseClosed'));
  it('may come by the system', () => {
    const events = after(...open).when(recording('bkn', 'system:siasn'));
    events.thenTypes('ExternalAnswerRecorded', 'StageClosed', 'StageOpened');
    expect(JSON.stringify(events.decision)).not.toContain('"role":"HR_OFFICER"');
  });
  it('names a paper that is attached', () => {
    after(...open)
      .when(recording('bkn', 'officer', { document: 'a1' }))
      .thenRejected('workflow.document-unknown');
    after(...open, attaching('officer'))
      .when(recording('bkn', 'officer', { document: 'a1' }))
      .thenTypes('ExternalAnswerRecorded', 'StageClosed', 'StageOpened');
  });
  it('has a number and a date on which it can have been written', () => {
    const wrong = (more: object, code: string) =>
      after(...open)
        .when(recording('bkn', 'officer', more))
        .thenRejected(code);
    wrong({ number: ' ' }, 'workflow.number-missing');
    for (const date of ['2026-2-3', '2026-13-01', '2026-02-30', '', '2026-00-10', 'x2026-03-02'])
      wrong({ date }, 'workflow.date-malformed');
    wrong({ date: '2026-03-03' }, 'workflow.date-in-future');
    wrong({ date: '2026-03-01' }, 'workflow.date-before-opening');
  });
  it('may be older than the stage where the definition says so', () =>
    after(starting(definitionOf([{ ...bkn, mayPredate: true }, final])), submitting())
      .when(recording('bkn', 'officer', { date: '2025-12-31' }))
      .thenTypes('ExternalAnswerRecorded', 'StageClosed', 'StageOpened'));
  it('is nobody else’s to record, nor that of the person concerned', () => {
    after(...open)
      .when(recording('bkn', 'regent'))
      .thenRejected('workflow.not-an-actor');
    after(starting(definitionOf([bkn, final]), 'origin', { subject: 'officer' }), submitting())
      .when(recording('bkn', 'officer'))
      .thenRejected('workflow.own-case');
    after(starting(definitionOf([heads, final])), submitting())
      .when(recording('heads', 'dest'))
      .thenRejected('workflow.verb-not-offered');
  });
  it('is not replaced by a decision; but the case can be sent back as it was sent back', () => {
    after(...open)
      .when(deciding('bkn', 'officer'))
      .thenRejected('workflow.verb-not-offered');
    after(...open)
      .when(deciding('bkn', 'officer', 'return'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseReturned');
  });
  it('counts for four eyes', () => {
    const twice = definitionOf([bkn, { ...final, actor: 'HR_OFFICER' }], { fourEyes: [['bkn', 'final']] });
    after(starting(twice), submitting(), recording('bkn', 'officer'))
      .when(deciding('final', 'officer'))
      .thenRejected('workflow.four-eyes');
  });
  it('is explained to whoever looks at the button', () => {
    expect(explain(stateAfter(...open), 'officer', directory, 'record-answer')).toBeUndefined();
    expect(explain(stateAfter(...open), 'regent', directory, 'record-answer')?.code).toBe('workflow.not-an-actor');
    expect(explain(stateAfter(...open), 'officer', directory, 'approve')?.code).toBe('workflow.verb-not-offered');
  });
});
