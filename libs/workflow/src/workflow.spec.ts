import {
  after,
  at,
  cancelling,
  checking,
  commenting,
  deciding,
  definitionOf,
  directory,
  final,
  given,
  heads,
  hearing,
  historyOf,
  holds,
  machine,
  panel,
  starting,
  stateAfter,
  submitting,
  withdrawing,
} from './testing.js';

const whole = definitionOf([heads, hearing, machine, panel, final]);
const short = definitionOf([heads, final]);
const submitted = [starting(short), submitting()];
const approved = [...submitted, deciding('heads', 'dest'), deciding('final', 'regent')];
const returned = [...submitted, deciding('heads', 'dest', 'return')];

describe('a case', () => {
  it('begins as a draft, in the office of whoever starts it', () => {
    after()
      .when(starting(short))
      .then({
        type: 'CaseStarted',
        data: {
          definition: short,
          definitionHash: 'def',
          subject: 'asn',
          by: { by: 'origin', role: 'ORIGIN_HEAD', office: 'head:a', kind: 'definitive' },
          at,
        },
      });
  });

  it('is started in the most specific role that its starter holds', () => {
    const both = { ...directory, ORIGIN_HEAD: [holds('asn', 'head:a')] };
    const [started] = historyOf(starting(short, 'asn', { directory: both }));
    expect(started?.type === 'CaseStarted' && started.data.by.role).toBe('EMPLOYEE');
  });

  it('is not started by somebody without such an office', () =>
    after().when(starting(short, 'regent')).thenRejected('workflow.not-an-initiator'));
  it('is started once', () => after(starting(short)).when(starting(short)).thenRejected('workflow.exists'));
  it('opens its first stage when it is submitted', () =>
    after(starting(short)).when(submitting()).thenTypes('CaseSubmitted', 'StageOpened'));
  it('is not submitted twice', () =>
    after(...submitted)
      .when(submitting())
      .thenRejected('workflow.already-submitted'));
  it('is not submitted after its end', () =>
    after(...approved)
      .when(submitting())
      .thenRejected('workflow.closed'));
  it('is submitted by the proposing office only', () =>
    after(starting(short)).when(submitting('dest')).thenRejected('workflow.not-the-proposer'));

  it('is submitted by the successor in the proposing office', () => {
    const successor = { ...directory, ORIGIN_HEAD: [holds('newcomer', 'head:a')] };
    after(starting(short))
      .when(submitting('newcomer', { directory: successor }))
      .thenTypes('CaseSubmitted', 'StageOpened');
    after(starting(short))
      .when(submitting('origin', { directory: successor }))
      .thenRejected('workflow.not-the-proposer');
  });

  it('goes through every kind of stage to its approval', () => {
    const votes = ['t1', 't2', 't3'].map((member) => deciding('panel', member));
    const hearingAndCheck = [deciding('hearing', 'asn'), checking('machine', 'passed')];
    const history = historyOf(
      starting(whole),
      submitting(),
      deciding('heads', 'dest'),
      ...hearingAndCheck,
      ...votes,
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
    expect(history.at(-1)).toMatchObject({ data: { outcome: 'approved', stage: 'final', by: 'regent' } });
  });

  it('keeps in every decision what it rested on', () => {
    const events = historyOf(...submitted, deciding('heads', 'dest', 'approve', { dossierHash: 'seen' }));
    expect(events[3]).toEqual({
      type: 'DecisionMade',
      data: {
        ...{
          stage: 'heads',
          kind: 'approval',
          round: 1,
          verdict: 'approve',
          reason: 'because',
          dossierHash: 'seen',
          definitionHash: 'def',
          at,
        },
        by: { by: 'dest', role: 'DEST_HEAD', office: 'head:b', kind: 'definitive' },
      },
    });
  });

  it('says of nobody’s case that it does not exist', () => {
    for (const command of [
      submitting(),
      deciding('heads', 'dest'),
      checking('machine', 'passed'),
      commenting('asn'),
      withdrawing('origin'),
      cancelling('hrhead'),
    ]) {
      after().when(command).thenRejected('workflow.absent');
    }
  });

  it('is not disturbed by events that are not the engine’s', () => {
    const stranger = { type: 'DocumentAttached', data: {} } as never;
    expect(given(...historyOf(...submitted), stranger).state).toEqual(stateAfter(...submitted));
  });
});

describe('a history that is not whole', () => {
  const history = historyOf(...submitted);
  it('without its beginning is no case', () => expect(given(...history.slice(1)).state).toEqual({ status: 'absent' }));
  it('with a stage that the definition lacks waits at none', () => {
    const opened = history.at(-1);
    if (opened?.type !== 'StageOpened') throw new Error('a submitted case has an open stage');
    expect(given(...history.slice(0, -1), { ...opened, data: { ...opened.data, stage: 'gone' } }).state.status).toBe('routing');
  });
});

describe('a deadline that is recorded of another wait', () => {
  it.each([
    ['round', 'heads', 2],
    ['stage', 'final', 1],
  ])('does not make this one overdue: another %s', (_, stage, round) => {
    const passed = { type: 'DeadlinePassed', data: { stage, round, outcome: 'overdue', at } } as const;
    expect(given(...historyOf(...submitted), passed).state).toMatchObject({
      open: [{ stage: 'heads', round: 1, overdue: false }],
    });
  });
});

describe('withdrawing', () => {
  it.each([
    ['a draft', [starting(short)]],
    ['an open case', submitted],
    ['a returned case', returned],
  ])('ends %s', (_, history) => {
    after(...history)
      .when(withdrawing('origin'))
      .thenTypes('CaseClosed');
    expect(stateAfter(...history, withdrawing('origin'))).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
  });

  it('is the proposer’s, also when another submitted it since', () => {
    const successor = { ...directory, ORIGIN_HEAD: [holds('newcomer', 'head:a')] };
    const history = [starting(short), submitting('newcomer', { directory: successor })];
    after(...history)
      .when(withdrawing('origin', { directory: successor }))
      .thenTypes('CaseClosed');
    after(...history)
      .when(withdrawing('newcomer', { directory: successor }))
      .thenTypes('CaseClosed');
  });

  it('is the successor’s in the proposing office', () => {
    after(...submitted)
      .when(withdrawing('newcomer', { directory: { ...directory, ORIGIN_HEAD: [holds('newcomer', 'head:a')] } }))
      .thenTypes('CaseClosed');
  });

  it('is the person’s where it was his own request', () =>
    after(starting(short, 'asn'), submitting('asn')).when(withdrawing('asn')).thenTypes('CaseClosed'));
  it('is not his where the organisation wants the move', () =>
    after(...submitted)
      .when(withdrawing('asn'))
      .thenRejected('workflow.not-the-proposer'));
  it('is nobody else’s', () =>
    after(...submitted)
      .when(withdrawing('regent'))
      .thenRejected('workflow.not-the-proposer'));
  it('takes a reason, and blanks are none', () =>
    after(...submitted)
      .when(withdrawing('origin', { reason: ' \n' }))
      .thenRejected('workflow.reason-missing'));
  it('comes too late after the decision', () =>
    after(...approved)
      .when(withdrawing('origin'))
      .thenRejected('workflow.closed'));
  it('is done once', () =>
    after(...submitted, withdrawing('origin'))
      .when(withdrawing('origin'))
      .thenNothing());
  it('is done once by whose it is: to another it is too late', () =>
    after(...submitted, withdrawing('origin'))
      .when(withdrawing('regent'))
      .thenRejected('workflow.closed'));
});

describe('cancelling', () => {
  it('is the system’s', () =>
    after(...submitted)
      .when(cancelling('system:retirement'))
      .thenTypes('CaseClosed'));
  it('is that of the roles that the definition names', () =>
    after(...submitted)
      .when(cancelling('hrhead'))
      .thenTypes('CaseClosed'));
  it('is nobody else’s', () =>
    after(...submitted)
      .when(cancelling('origin'))
      .thenRejected('workflow.may-not-cancel'));
  it('is nobody’s where the definition names none', () => {
    const { cancelledBy: _, ...none } = short;
    after(starting(none)).when(cancelling('hrhead')).thenRejected('workflow.may-not-cancel');
  });
  it('takes a reason', () =>
    after(...submitted)
      .when(cancelling('hrhead', ''))
      .thenRejected('workflow.reason-missing'));
  it('does not undo a decision', () =>
    after(...approved)
      .when(cancelling('system:retirement'))
      .thenRejected('workflow.closed'));
  it('is done once', () =>
    after(...submitted, cancelling('hrhead'))
      .when(cancelling('hrhead'))
      .thenNothing());
});

describe('a comment', () => {
  it.each([
    ['on a draft', [starting(short)]],
    ['on an open case', submitted],
    ['on a returned case', returned],
    ['after the end', approved],
  ])('may be made %s', (_, history) =>
    after(...history)
      .when(commenting('asn'))
      .then({ type: 'CommentAdded', data: { text: 'hello', by: 'asn', at } }),
  );
  it('says something', () =>
    after(...submitted)
      .when(commenting('asn', '  '))
      .thenRejected('workflow.text-missing'));
  it('is made once by one person at one instant', () =>
    after(...submitted, commenting('asn'))
      .when(commenting('asn'))
      .thenNothing());
  it('is not taken for another thing the same person says at the same instant', () =>
    after(...submitted, commenting('asn'))
      .when(commenting('asn', 'and more'))
      .thenTypes('CommentAdded'));
  it('is not taken for that of another', () =>
    after(...submitted, commenting('asn'))
      .when(commenting('origin'))
      .thenTypes('CommentAdded'));
});
