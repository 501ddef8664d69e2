import {
  after,
  at,
  context,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  hearing,
  historyOf,
  starting,
  stateAfter,
  submitting,
} from './testing.js';

const definition = definitionOf([{ ...heads, when: 'proposerRole != "DEST_HEAD"' }, hearing, final]);
const own = (more: object) => submitting('origin', { context: { ...context, ...more } });

describe('a stage with a condition', () => {
  it('stands where the condition holds', () =>
    after(starting(definition)).when(submitting()).thenTypes('CaseSubmitted', 'StageOpened'));

  it('is skipped where it does not, with the condition for a reason', () => {
    const { decision } = after(starting(definition)).when(own({ proposerRole: 'DEST_HEAD' }));
    expect(decision).toMatchObject([
      { type: 'CaseSubmitted' },
      { type: 'StageSkipped', data: { stage: 'heads', round: 1, because: 'proposerRole != "DEST_HEAD"', at } },
      { type: 'StageOpened', data: { stage: 'hearing' } },
    ]);
  });

  it('is skipped along with its neighbours', () => {
    after(starting(definition))
      .when(own({ proposerRole: 'DEST_HEAD', ownRequest: true }))
      .thenTypes('CaseSubmitted', 'StageSkipped', 'StageSkipped', 'StageOpened');
  });

  it('is asked in the context of the newest submission', () => {
    const history = [starting(definition), submitting(), deciding('heads', 'dest', 'return'), own({ ownRequest: true })];
    expect(stateAfter(...history, deciding('heads', 'dest'))).toMatchObject({ open: [{ stage: 'final' }] });
  });

  it('that the context gives no answer to keeps the case from being submitted', () => {
    const { decision } = after(starting(definition)).when(submitting('origin', { context: { proposerRole: 'DEST_HEAD' } }));
    expect(decision).toMatchObject({
      code: 'workflow.condition-failed',
      facts: { stage: 'hearing', problem: 'unknown-name', about: 'ownRequest' },
    });
  });
});

describe('a definition of which nothing applies', () => {
  it('approves nothing by itself', () => {
    after(starting(definitionOf([{ ...heads, when: 'ownRequest' }])))
      .when(submitting())
      .thenRejected('workflow.no-stage');
  });

  it('approves when what is left after the last decision is skipped', () => {
    const tail = definitionOf([heads, { ...final, when: 'ownRequest' }]);
    after(starting(tail), submitting())
      .when(deciding('heads', 'dest'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageSkipped', 'CaseClosed');
  });
});

describe('an opened stage', () => {
  it('names who holds its office, and when it falls due by which calendar', () => {
    expect(historyOf(starting(definition), submitting()).at(-1)).toEqual({
      type: 'StageOpened',
      data: {
        ...{
          stage: 'heads',
          kind: 'approval',
          round: 1,
          role: 'DEST_HEAD',
          holdings: [{ office: 'head:b', person: 'dest', kind: 'definitive' }],
          at,
        },
        schedule: expect.objectContaining({ dueOn: '2026-03-05', calendar: 'test-1' }),
      },
    });
  });

  it('opens for a vacant office too, and names nobody', () => {
    const [, , opened] = historyOf(
      starting(definition),
      submitting('origin', { directory: { ORIGIN_HEAD: directory.ORIGIN_HEAD ?? [] } }),
    );
    expect(opened).toMatchObject({ data: { stage: 'heads', holdings: [] } });
  });

  it('has no schedule where the definition sets no deadline', () => {
    const [, , opened] = historyOf(starting(definitionOf([final])), submitting());
    expect(opened?.data).not.toHaveProperty('schedule');
  });
});
