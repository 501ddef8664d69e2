/** What is recorded of the verbs that people have besides deciding, in full: events are what other systems read. */
import type { ExternalStage } from '../definition.js';
import {
  after,
  at,
  calendar,
  context,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  holds,
  panel,
  starting,
  submitting,
} from '../testing.js';
import { attaching, claiming, recording, recusing, suspending } from './testing.js';

const text = { id: 'BKN', en: 'BKN' };
const bkn: ExternalStage = {
  ...{ kind: 'external', key: 'bkn', title: text, actor: 'HR_OFFICER', from: text },
  verbs: { return: { reason: 'required', to: ['submission'] } },
};
const opened = { stage: 'final', kind: 'approval', round: 1, role: 'REGENT', holdings: directory['REGENT'] ?? [], at } as const;
const officer = { by: 'officer', role: 'HR_OFFICER', office: 'hr-officer', kind: 'definitive' } as const;

describe('an answer from outside is recorded', () => {
  const open = [starting(definitionOf([bkn, final])), submitting(), attaching('officer')];
  const answer = { stage: 'bkn', round: 1, outcome: 'passed', number: '800/12', date: '2026-03-02', note: 'agreed', at } as const;
  const onward = [
    { type: 'StageClosed', data: { stage: 'bkn', round: 1, outcome: 'passed', at } },
    { type: 'StageOpened', data: opened },
  ] as const;
  it('with who took it in, and without a paper where there is none', () =>
    after(...open)
      .when(recording('bkn', 'officer'))
      .then({ type: 'ExternalAnswerRecorded', data: { ...answer, by: officer } }, ...onward));
  it('with the paper that it names, and without a person where a system brought it', () =>
    after(...open)
      .when(recording('bkn', 'system:siasn', { document: 'a1' }))
      .then({ type: 'ExternalAnswerRecorded', data: { ...answer, document: 'a1' } }, ...onward));
  it('as the end of the case where it is negative, for the reason that it gives', () =>
    after(...open)
      .when(recording('bkn', 'system:siasn', { outcome: 'failed', note: 'too few years' }))
      .then(
        { type: 'ExternalAnswerRecorded', data: { ...answer, outcome: 'failed', note: 'too few years' } },
        { type: 'StageClosed', data: { stage: 'bkn', round: 1, outcome: 'failed', at } },
        {
          type: 'CaseClosed',
          data: { outcome: 'rejected', stage: 'bkn', round: 1, reason: 'too few years', by: 'system:siasn', at },
        },
      ));
});

describe('a recusal is recorded', () => {
  const desk = {
    ...{ ...heads, actor: 'HR_OFFICER' },
    verbs: { ...heads.verbs, claim: true, recuse: { reason: 'required' } },
  } as const;
  const open = [starting(definitionOf([desk, final])), submitting(), claiming('heads', 'officer')];
  const recusedEvent = {
    type: 'Recused',
    data: { stage: 'heads', round: 1, reason: 'he is a friend', by: officer, at },
  } as const;
  it('with the task that is free again', () =>
    after(...open)
      .when(recusing('heads', 'officer'))
      .then(recusedEvent, { type: 'TaskReleased', data: { stage: 'heads', round: 1, by: 'officer', at } }));
  it('and takes the task from nobody else', () => {
    const other = { ...officer, by: 'officer2' };
    after(...open.slice(0, 2))
      .when(recusing('heads', 'officer'))
      .then(recusedEvent);
    after(...open, recusing('heads', 'officer'))
      .when(recusing('heads', 'officer2'))
      .then({ ...recusedEvent, data: { ...recusedEvent.data, by: other } });
  });
  it('with a reason where the stage asks for one', () => {
    after(...open)
      .when(recusing('heads', 'officer', { reason: ' ' }))
      .thenRejected('workflow.reason-missing');
    const free = { ...desk, verbs: { ...desk.verbs, recuse: { reason: 'optional' } } } as const;
    after(starting(definitionOf([free, final])), submitting())
      .when(recusing('heads', 'officer', { reason: '' }))
      .thenTypes('Recused');
  });
  const three = { ...panel, size: 3, quorum: 2, verbs: { ...panel.verbs, recuse: { reason: 'optional' } } } as const;
  const board = [starting(definitionOf([three, final])), submitting()];
  it('with the end of the panel that it leaves decided, for nobody’s reason', () =>
    after(...board, deciding('panel', 't1', 'reject'), deciding('panel', 't2'))
      .when(recusing('panel', 't3'))
      .then(
        {
          type: 'Recused',
          data: {
            ...{ stage: 'panel', round: 1, reason: 'he is a friend', at },
            by: { by: 't3', role: 'TPK_MEMBER', office: 'tpk', kind: 'definitive' },
          },
        },
        { type: 'StageClosed', data: { stage: 'panel', round: 1, outcome: 'failed', at } },
        { type: 'CaseClosed', data: { outcome: 'rejected', stage: 'panel', round: 1, reason: '', by: 't3', at } },
      ));
  it('and leaves a panel open that he does not leave decided', () => {
    const four = { ...three, size: 4, deadline: { ...three.deadline, onPassed: 'close' } } as const;
    after(starting(definitionOf([four, final])), submitting(), deciding('panel', 't1', 'reject'), deciding('panel', 't2'))
      .when(recusing('panel', 't3'))
      .thenTypes('Recused');
  });
  it('for the seat, so that another in the same seat has stepped aside as well, and another seat has not', () => {
    const substitutes = (person: string, seat: string) => ({
      ...directory,
      TPK_MEMBER: [...(directory['TPK_MEMBER']?.slice(1) ?? []), holds(person, 'tpk', { kind: 'substitute', onBehalfOf: seat })],
    });
    const aside = [...board, recusing('panel', 's1', { directory: substitutes('s1', 't1') })];
    after(...aside)
      .when(deciding('panel', 's2', 'approve', { directory: substitutes('s2', 't1') }))
      .thenRejected('workflow.recused');
    after(...aside)
      .when(deciding('panel', 't1'))
      .thenRejected('workflow.recused');
    after(...aside)
      .when(deciding('panel', 's2', 'approve', { directory: substitutes('s2', 't9') }))
      .thenTypes('DecisionMade');
    after(...aside)
      .when(recusing('panel', 't2'))
      .thenRejected('workflow.quorum-lost');
  });
});

describe('a suspension is recorded', () => {
  const rules = { suspendedBy: ['SECRETARY'] };
  const open = [starting(definitionOf([heads, final], rules)), submitting()];
  const suspended = { type: 'CaseSuspended', data: { reason: 'a lawsuit', by: 'secretary', at } } as const;
  it('with the clock of each stage that stands still for it', () => {
    after(...open)
      .when(suspending('secretary'))
      .then(suspended, { type: 'ClockPaused', data: { stage: 'heads', round: 1, because: 'suspended', at } });
    after(...open, deciding('heads', 'dest', 'return'))
      .when(suspending('secretary'))
      .then(suspended, { type: 'ClockPaused', data: { stage: 'submission', round: 2, because: 'suspended', at } });
  });
  it('with a reason', () =>
    after(...open)
      .when(suspending('secretary', { reason: '  ' }))
      .thenRejected('workflow.reason-missing'));
});

describe('a submission is recorded', () => {
  const by = { by: 'origin', role: 'ORIGIN_HEAD', office: 'head:a', kind: 'definitive' } as const;
  const opening = { stage: 'final', kind: 'approval', role: 'REGENT', holdings: directory['REGENT'] ?? [], at } as const;
  const begun = starting(definitionOf([final], { lines: { max: 3 } }), 'origin');
  const lines = [{ key: 'a', subject: 'person-a' }];
  it('with its lines, and with the stage that has it back', () => {
    after(begun)
      .when(submitting('origin', { lines }))
      .then(
        { type: 'CaseSubmitted', data: { round: 1, by, dossierHash: 'd1', context, lines, at } },
        { type: 'StageOpened', data: { ...opening, round: 1 } },
      );
    after(begun, submitting('origin', { lines }), deciding('final', 'regent', 'return'))
      .when(submitting('origin', { dossierHash: 'd2' }))
      .then(
        { type: 'CaseSubmitted', data: { round: 2, by, dossierHash: 'd2', context, resumeAt: 'final', at } },
        { type: 'StageOpened', data: { ...opening, round: 2 } },
      );
    after(begun, submitting('origin', { lines }), deciding('final', 'regent', 'return'))
      .when(submitting('origin', { dossierHash: 'd2', changed: true, calendar }))
      .then(
        { type: 'CaseSubmitted', data: { round: 2, by, dossierHash: 'd2', context, at } },
        { type: 'StageOpened', data: { ...opening, round: 2 } },
      );
  });
  it('once', () =>
    after(begun, submitting('origin', { lines }))
      .when(submitting('origin', { lines }))
      .thenRejected('workflow.already-submitted'));
});
