import type { WorkflowCommand } from './commands.js';
import {
  after,
  at,
  deciding,
  definitionOf,
  final,
  heads,
  hearing,
  historyOf,
  starting,
  stateAfter,
  submitting,
} from './testing.js';
import { returnTargets } from './return-targets.js';

const back = (to: readonly string[]) => ({ ...heads.verbs, return: { reason: 'required', to } }) as const;
const verify = { ...heads, key: 'verify', actor: 'HR_OFFICER', verbs: back(['submission', 'heads']) };
const last = { ...final, verbs: back(['verify', 'submission', 'hearing', 'final', 'heads', 'gone']) };
const definition = definitionOf([{ ...heads, when: 'warnings = 0' }, { ...hearing, kind: 'approval' }, verify, last], {
  fourEyes: [],
});
const submitted = [starting(definition), submitting()];
const atVerify = [
  ...submitted,
  deciding('heads', 'dest'),
  deciding('hearing', 'asn2', 'approve', {
    directory: { EMPLOYEE: [{ office: 'x', person: 'asn2', kind: 'definitive' }], HR_OFFICER: [] },
  }),
];
const atFinal = [...atVerify, deciding('verify', 'officer')];

describe('a return', () => {
  it('to the proposer begins a new round, with time to repair it', () => {
    const { decision } = after(...submitted).when(deciding('heads', 'dest', 'return', { reason: 'no letter' }));
    expect(decision).toMatchObject([
      { type: 'DecisionMade', data: { verdict: 'return', round: 1 } },
      { type: 'StageClosed', data: { outcome: 'returned', round: 1 } },
      {
        type: 'CaseReturned',
        data: {
          from: 'heads',
          to: 'submission',
          round: 2,
          reason: 'no letter',
          schedule: { dueOn: '2026-03-16', calendar: 'test-1' },
          at,
        },
      },
    ]);
  });

  it('goes to the first of the allowed stages by default', () => {
    after(...atFinal)
      .when(deciding('final', 'regent', 'return'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseReturned', 'StageOpened');
    expect(stateAfter(...atFinal, deciding('final', 'regent', 'return'))).toMatchObject({
      status: 'open',
      open: [{ stage: 'verify', round: 2 }],
    });
  });

  it.each(['nowhere', 'hearing'])('does not go to %s, which the stage does not allow', (to) => {
    after(...atVerify)
      .when(deciding('verify', 'officer', 'return', { to }))
      .thenRejected('workflow.return-target');
  });
  it('does not go to the stage itself', () =>
    after(...atFinal)
      .when(deciding('final', 'regent', 'return', { to: 'final' }))
      .thenRejected('workflow.return-target'));

  it('does not go to a stage that was skipped', () => {
    const skipping = { context: { ownRequest: false, warnings: 3 } };
    const hearsIt = deciding('hearing', 'x', 'approve', {
      directory: { EMPLOYEE: [{ office: 'x', person: 'x', kind: 'definitive' }] },
    });
    const history = [starting(definition), submitting('origin', skipping), hearsIt, deciding('verify', 'officer')];
    after(...history)
      .when(deciding('final', 'regent', 'return', { to: 'heads' }))
      .thenRejected('workflow.return-target');
    expect(returnTargets(stateAfter(...history))).toEqual(['verify', 'submission', 'hearing']);
  });

  it('does not go into a parallel group, of which the other branches have been passed', () => {
    const groups = [{ key: 'g', title: heads.title, join: 'all' as const }];
    const beside = [
      { ...heads, group: 'g' },
      { ...heads, key: 'legal', actor: 'HR_OFFICER', group: 'g' },
    ];
    const end = { ...final, verbs: back(['heads', 'submission']) };
    const history = [
      ...[starting(definitionOf([...beside, end], { groups, fourEyes: [] })), submitting()],
      ...[deciding('heads', 'dest'), deciding('legal', 'officer')],
    ];
    expect(returnTargets(stateAfter(...history))).toEqual(['submission']);
    after(...history)
      .when(deciding('final', 'regent', 'return', { to: 'heads' }))
      .thenRejected('workflow.return-target');
  });

  it('offers no target while no stage is open', () => expect(returnTargets(stateAfter(starting(definition)))).toEqual([]));
});

describe('a repaired case', () => {
  const repaired = (...commands: readonly WorkflowCommand[]) =>
    stateAfter(...atVerify, deciding('verify', 'officer', 'return'), ...commands);

  it('resumes at the stage that returned it', () => {
    expect(repaired(submitting())).toMatchObject({ status: 'open', round: 2, open: [{ stage: 'verify', round: 2 }] });
    expect(historyOf(...atVerify, deciding('verify', 'officer', 'return'), submitting()).at(-2)).toMatchObject({
      type: 'CaseSubmitted',
      data: { round: 2, resumeAt: 'verify' },
    });
  });

  it('begins at its first stage when it changed in substance', () => {
    expect(repaired(submitting('origin', { changed: true }))).toMatchObject({ open: [{ stage: 'heads', round: 2 }], resume: [] });
  });

  it('then goes through all stages again', () => {
    expect(repaired(submitting('origin', { changed: true }), deciding('heads', 'dest'))).toMatchObject({
      open: [{ stage: 'hearing', round: 2 }],
    });
  });

  it('goes on from there as ever', () =>
    expect(repaired(submitting(), deciding('verify', 'officer'))).toMatchObject({ open: [{ stage: 'final', round: 2 }] }));

  it('may be returned again and again, each time in a round of its own', () => {
    expect(repaired(submitting(), deciding('verify', 'officer', 'return'), submitting())).toMatchObject({
      round: 3,
      open: [{ stage: 'verify', round: 3 }],
    });
  });
});

describe('a case sent back to an earlier stage', () => {
  const toHeads = [...atVerify, deciding('verify', 'officer', 'return', { to: 'heads' })];

  it('resumes, after that stage, at the one that sent it back', () => {
    expect(stateAfter(...toHeads)).toMatchObject({ open: [{ stage: 'heads', round: 2 }] });
    expect(stateAfter(...toHeads, deciding('heads', 'dest'))).toMatchObject({
      open: [{ stage: 'verify', round: 2 }],
      resume: [],
    });
  });

  it('finds its way when it is returned further from there', () => {
    const further = [...toHeads, deciding('heads', 'dest', 'return')];
    expect(stateAfter(...further)).toMatchObject({ status: 'returned', round: 3, resume: ['heads', 'verify'] });
    expect(stateAfter(...further, submitting())).toMatchObject({ open: [{ stage: 'heads', round: 3 }] });
    expect(stateAfter(...further, submitting(), deciding('heads', 'dest'))).toMatchObject({
      open: [{ stage: 'verify', round: 3 }],
    });
  });

  it('ends where the earlier stage now rejects it', () =>
    expect(stateAfter(...toHeads, deciding('heads', 'dest', 'reject'))).toMatchObject({ outcome: 'rejected' }));
});
