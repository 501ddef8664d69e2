import { after, deciding, definitionOf, directory, final, heads, holds, starting, stateAfter, submitting } from '../testing.js';

const definition = definitionOf([heads, { ...heads, key: 'second', actor: 'HR_OFFICER' }, final]);
const submitted = [starting(definition), submitting()];
const given = (...more: readonly ReturnType<typeof deciding>[]) => after(...submitted, ...more);

describe('a decision', () => {
  it('opens the next stage when it approves', () =>
    given().when(deciding('heads', 'dest')).thenTypes('DecisionMade', 'StageClosed', 'StageOpened'));

  it('ends the case when it rejects', () => {
    given()
      .when(deciding('heads', 'dest', 'reject'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseClosed');
    expect(stateAfter(...submitted, deciding('heads', 'dest', 'reject'))).toMatchObject({
      status: 'closed',
      outcome: 'rejected',
      stage: 'heads',
    });
  });

  it('is made at the stage that is open', () =>
    given().when(deciding('second', 'officer')).thenRejected('workflow.stage-not-current'));
  it('is made at a stage that there is', () => given().when(deciding('nowhere', 'dest')).thenRejected('workflow.unknown-stage'));
  it('waits for the submission', () =>
    after(starting(definition)).when(deciding('heads', 'dest')).thenRejected('workflow.not-open'));
  it('waits for the repair', () =>
    given(deciding('heads', 'dest', 'return'))
      .when(deciding('heads', 'dest'))
      .thenRejected('workflow.not-open'));
  it('comes too late after the end', () =>
    given(deciding('heads', 'dest', 'reject'))
      .when(deciding('heads', 'dest'))
      .thenRejected('workflow.closed'));
  it('is not made twice', () =>
    given(deciding('heads', 'dest')).when(deciding('heads', 'dest')).thenRejected('workflow.stage-not-current'));

  it('names the stage that is open instead', () => {
    const { decision } = given().when(deciding('second', 'officer'));
    expect(decision).toMatchObject({ facts: { open: 'heads', stage: 'second' } });
  });

  it('is one that the stage offers', () => {
    const { reject: _, ...verbs } = heads.verbs;
    after(starting(definitionOf([{ ...heads, verbs }, final])), submitting())
      .when(deciding('heads', 'dest', 'reject'))
      .thenRejected('workflow.verb-not-offered');
  });
});

describe('authority', () => {
  it('is that of the stage’s office', () => given().when(deciding('heads', 'regent')).thenRejected('workflow.not-an-actor'));
  it('is reckoned on the day of the decision', () =>
    given()
      .when(deciding('heads', 'dest', 'approve', { directory: { ...directory, DEST_HEAD: [] } }))
      .thenRejected('workflow.not-an-actor'));
  it('needs a directory that knows the office', () =>
    given()
      .when(deciding('heads', 'dest', 'approve', { directory: {} }))
      .thenRejected('workflow.not-an-actor'));

  it('is written into the decision, with the letter and the one who is stood for', () => {
    const substitute = {
      ...directory,
      DEST_HEAD: [holds('deputy', 'head:b', { kind: 'substitute', onBehalfOf: 'dest', letter: '800/12' })],
    };
    const { decision } = given().when(deciding('heads', 'deputy', 'approve', { directory: substitute }));
    expect(decision).toMatchObject([
      {
        data: {
          by: { by: 'deputy', office: 'head:b', role: 'DEST_HEAD', kind: 'substitute', onBehalfOf: 'dest', letter: '800/12' },
        },
      },
      {},
      {},
    ]);
  });

  it('does not reach to one’s own case', () =>
    given()
      .when(deciding('heads', 'asn', 'approve', { directory: { ...directory, DEST_HEAD: [holds('asn', 'head:b')] } }))
      .thenRejected('workflow.own-case'));
});

describe('four eyes', () => {
  const plt = {
    ...directory,
    DEST_HEAD: [holds('origin', 'head:b', { kind: 'acting', letter: '800/1' })],
    REGENT: [holds('dest', 'regent', { kind: 'daily' })],
  };

  it('keep the proposer from accepting as Plt of the other agency', () => {
    const { decision } = given().when(deciding('heads', 'origin', 'approve', { directory: plt }));
    expect(decision).toMatchObject({ code: 'workflow.four-eyes', kind: 'forbidden', facts: { acted: 'submission' } });
  });

  it('keep one who acted before from deciding in another office', () => {
    given(deciding('heads', 'dest'), deciding('second', 'officer'))
      .when(deciding('final', 'dest', 'approve', { directory: plt }))
      .thenRejected('workflow.four-eyes');
  });

  it('look back over all rounds, also at who only returned it', () => {
    const moved = { ...directory, DEST_HEAD: [holds('newcomer', 'head:b')], REGENT: [holds('dest', 'regent')] };
    const rounds = [
      deciding('heads', 'dest', 'return'),
      submitting(),
      deciding('heads', 'newcomer', 'approve', { directory: moved }),
      deciding('second', 'officer'),
    ];
    given(...rounds)
      .when(deciding('final', 'dest', 'approve', { directory: moved }))
      .thenRejected('workflow.four-eyes');
  });

  it('remember every stage of a person who acted at several', () => {
    const early = { ...directory, HR_OFFICER: [holds('dest', 'hr-officer')], REGENT: [holds('dest', 'regent')] };
    const stages = [{ ...heads, key: 'first', actor: 'HR_OFFICER' }, heads, final];
    const history = [
      starting(definitionOf(stages)),
      submitting(),
      deciding('first', 'dest', 'approve', { directory: early }),
      deciding('heads', 'dest'),
    ];
    after(...history)
      .when(deciding('final', 'dest', 'approve', { directory: early }))
      .thenRejected('workflow.four-eyes');
  });

  it('remember everybody who acted at one stage', () => {
    const moved = { ...directory, DEST_HEAD: [holds('newcomer', 'head:b')], REGENT: [holds('newcomer', 'regent')] };
    const rounds = [
      deciding('heads', 'dest', 'return'),
      submitting(),
      deciding('heads', 'newcomer', 'approve', { directory: moved }),
    ];
    given(...rounds, deciding('second', 'officer'))
      .when(deciding('final', 'newcomer', 'approve', { directory: moved }))
      .thenRejected('workflow.four-eyes');
  });

  it('do not keep anybody from the same stage in a later round', () => {
    given(deciding('heads', 'dest', 'return'), submitting())
      .when(deciding('heads', 'dest'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });

  it('keep one who decided from submitting the repair', () => {
    const history = [deciding('heads', 'dest', 'return')];
    given(...history)
      .when(submitting('dest', { directory: { ...directory, ORIGIN_HEAD: [holds('dest', 'head:a')] } }))
      .thenRejected('workflow.four-eyes');
  });

  it('do not bind stages that stand in no set together', () => {
    const officer = { ...directory, HR_OFFICER: [holds('dest', 'hr-officer')] };
    given(deciding('heads', 'dest'))
      .when(deciding('second', 'dest', 'approve', { directory: officer }))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });
});

describe('a reason', () => {
  it('is due where the definition says so', () =>
    given()
      .when(deciding('heads', 'dest', 'reject', { reason: '' }))
      .thenRejected('workflow.reason-missing'));
  it('is not made of blanks', () =>
    given()
      .when(deciding('heads', 'dest', 'return', { reason: ' \t\n' }))
      .thenRejected('workflow.reason-missing'));
  it('may be left out where the definition says so', () =>
    given()
      .when(deciding('heads', 'dest', 'approve', { reason: '' }))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened'));
  it('does not make up for a missing right', () =>
    given()
      .when(deciding('heads', 'regent', 'reject', { reason: '' }))
      .thenRejected('workflow.not-an-actor'));
});
