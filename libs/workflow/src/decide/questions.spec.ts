import { explain, waitingFor } from '../index.js';
import {
  after,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  passing,
  reminding,
  starting,
  stateAfter,
  submitting,
} from '../testing.js';
import { answering, asking } from './testing.js';

const asked = { ...heads, verbs: { ...heads.verbs, ask: {} } } as const;
const open = [starting(definitionOf([asked, final])), submitting()];
const waits = [...open, asking('heads', 'dest')];
const later = '2026-03-04T03:00:00.000Z';

describe('information that is asked for', () => {
  it('stops the clock of the stage', () =>
    after(...open)
      .when(asking('heads', 'dest'))
      .thenTypes('InformationAsked', 'ClockPaused'));
  it('is asked of the proposer by whatever office he holds', () => {
    const state = stateAfter(...waits);
    expect(state.status === 'open' && state.open[0].question).toMatchObject({ of: 'ORIGIN_HEAD', by: 'dest' });
    expect(waitingFor(state, directory)).toMatchObject([
      { awaited: 'decision', people: ['dest'] },
      { awaited: 'answer', role: 'ORIGIN_HEAD', people: ['origin'] },
    ]);
  });
  it('lets nothing fall due until it is given', () => {
    after(...waits)
      .when(passing('heads', '2026-04-10T02:00:00.000Z'))
      .thenNothing();
    after(...waits)
      .when(reminding('heads', 'after-1', '2026-04-10T02:00:00.000Z'))
      .thenNothing();
  });
  it('gives the stage the working days that it took, and keeps the day it was due first', () =>
    after(...waits)
      .when(answering('heads', 'origin', { at: later }))
      .then(
        {
          type: 'InformationAnswered',
          data: { stage: 'heads', round: 1, answer: 'that one', by: 'origin', at: later },
        },
        {
          type: 'ClockResumed',
          data: {
            stage: 'heads',
            round: 1,
            schedule: {
              dueOn: '2026-03-09',
              dueAt: '2026-03-09T16:59:59.999Z',
              calendar: 'test-1',
              reminders: [
                { code: 'before-1', at: '2026-03-06T01:00:00.000Z', to: 'actors' },
                { code: 'after-1', at: '2026-03-10T01:00:00.000Z', to: 'actors' },
                { code: 'escalation-2', at: '2026-03-11T01:00:00.000Z', to: 'SECRETARY' },
              ],
            },
            originalDueOn: '2026-03-05',
            days: 2,
            overdue: false,
            at: later,
          },
        },
      ));
  it('a second time moves the due day again, from the day it was first due', () => {
    const answered = answering('heads', 'origin', { at: later });
    const again = asking('heads', 'dest', 'submission', { at: later, question: 'and when?' });
    const state = stateAfter(...waits, answered, again, answering('heads', 'origin', { at: '2026-03-05T03:00:00.000Z' }));
    expect(state.status === 'open' && state.open[0]).toMatchObject({
      originalDueOn: '2026-03-05',
      schedule: { dueOn: '2026-03-10' },
    });
  });
  it('need not be waited for', () =>
    after(...waits)
      .when(deciding('heads', 'dest'))
      .thenTypes('DecisionMade', 'InformationLapsed', 'StageClosed', 'StageOpened'));
  it('of an overdue stage leaves it overdue', () => {
    const late = passing('heads', '2026-03-06T02:00:00.000Z');
    const question = asking('heads', 'dest', 'submission', { at: '2026-03-06T03:00:00.000Z' });
    const state = stateAfter(...open, late, question, answering('heads', 'origin', { at: '2026-03-10T03:00:00.000Z' }));
    expect(state.status === 'open' && state.open[0]).toMatchObject({ overdue: true, schedule: { dueOn: '2026-03-09' } });
  });
  it('makes up at once for an escalation that was missed, and not for a reminder', () => {
    const question = asking('heads', 'dest', 'submission', { at: '2026-03-09T00:30:00.000Z' });
    const given = after(...open, question).when(answering('heads', 'origin', { at: '2026-03-09T05:00:00.000Z' }));
    const { decision } = given;
    if (decision instanceof Error) throw decision;
    const resumed = decision.find(({ type }) => type === 'ClockResumed');
    expect(resumed?.type === 'ClockResumed' && resumed.data.schedule.reminders.map(({ code }) => code)).toEqual(['escalation-2']);
  });

  it('is asked by whoever may act, about something, where the stage offers it', () => {
    after(...open)
      .when(asking('heads', 'regent'))
      .thenRejected('workflow.not-an-actor');
    after(...open)
      .when(asking('heads', 'dest', 'submission', { question: ' ' }))
      .thenRejected('workflow.text-missing');
    after(...open, deciding('heads', 'dest'))
      .when(asking('final', 'regent'))
      .thenRejected('workflow.verb-not-offered');
  });
  it('is asked once at a time', () => {
    after(...waits)
      .when(asking('heads', 'dest'))
      .thenNothing();
    after(...waits)
      .when(asking('heads', 'dest', 'HR_HEAD'))
      .thenRejected('workflow.question-open');
  });
  it('is asked of somebody whom the case concerns, and not of oneself', () => {
    for (const whom of ['HR_HEAD', 'hrhead', 'asn'])
      after(...open)
        .when(asking('heads', 'dest', whom))
        .thenTypes('InformationAsked', 'ClockPaused');
    for (const whom of ['dest', 'DEST_HEAD', 'stranger', 'NOBODY', 'constructor', '__proto__', 'toString'])
      after(...open)
        .when(asking('heads', 'dest', whom))
        .thenRejected('workflow.nobody-to-ask');
  });
  it('is asked only of those whom the definition names', () => {
    const only = { ...heads, verbs: { ...heads.verbs, ask: { of: ['HR_HEAD'] } } };
    const there = [starting(definitionOf([only, final])), submitting()];
    after(...there)
      .when(asking('heads', 'dest', 'HR_HEAD'))
      .thenTypes('InformationAsked', 'ClockPaused');
    after(...there)
      .when(asking('heads', 'dest', 'hrhead'))
      .thenTypes('InformationAsked', 'ClockPaused');
    after(...there)
      .when(asking('heads', 'dest'))
      .thenRejected('workflow.nobody-to-ask');
    after(...there)
      .when(asking('heads', 'dest', 'asn'))
      .thenRejected('workflow.nobody-to-ask');
  });
  it('is given by whoever was asked, once', () => {
    after(...waits)
      .when(answering('heads', 'hrhead'))
      .thenRejected('workflow.not-asked');
    after(...waits)
      .when(answering('heads', 'origin', { answer: '' }))
      .thenRejected('workflow.text-missing');
    after(...waits, answering('heads', 'origin'))
      .when(answering('heads', 'origin'))
      .thenRejected('workflow.no-question');
  });
  it('is explained to whoever looks at the button', () => {
    expect(explain(stateAfter(...open), 'dest', directory, 'ask')).toBeUndefined();
    expect(explain(stateAfter(...open), 'regent', directory, 'ask')?.code).toBe('workflow.not-an-actor');
    expect(explain(stateAfter(...waits), 'dest', directory, 'ask')?.code).toBe('workflow.question-open');
    expect(explain(stateAfter(...waits), 'origin', directory, 'answer')).toBeUndefined();
    expect(explain(stateAfter(...waits), 'dest', directory, 'answer')?.code).toBe('workflow.not-asked');
  });
});
