import type { StageDefinition } from '../definition.js';
import { explain, waitingFor, whoMayAct } from '../index.js';
import {
  after,
  commenting,
  context,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  holds,
  panel,
  passing,
  starting,
  stateAfter,
  submitting,
} from '../testing.js';
import { addingAdviser, advising, answering, asking, attaching, reassigning, suspending } from './testing.js';

const rules = { suspendedBy: ['SECRETARY', 'HR_HEAD'] };
const begun = (first: StageDefinition, ...rest: readonly StageDefinition[]) => [
  starting(definitionOf([first, ...rest, final], { fourEyes: [], ...rules })),
  submitting(),
];
const openAfter = (...commands: ReturnType<typeof begun>) => {
  const state = stateAfter(...commands);
  if (state.status !== 'open') throw new Error(state.status);
  return state.open[0];
};

describe('who can be asked for information', () => {
  const asks: StageDefinition = { ...heads, verbs: { ...heads.verbs, ask: {} } };
  const asked = (of: string, more: object = {}) => after(...begun(asks)).when(asking('heads', 'dest', of, more));
  it.each([
    ['the person concerned, though he holds nothing', 'asn', { ...directory, EMPLOYEE: [] }],
    ['one of several who hold a role', 'officer2', directory],
    [
      'a role with another holder than who asks',
      'DEST_HEAD',
      { ...directory, DEST_HEAD: [holds('dest', 'x'), holds('deputy', 'x')] },
    ],
    ['whoever proposed, though he left his office', 'origin', { ...directory, ORIGIN_HEAD: [] }],
  ])('is %s', (_, of, people) => asked(of, { directory: people }).thenTypes('InformationAsked', 'ClockPaused'));
  it.each([
    ['oneself', 'dest', directory],
    ['a role that one holds alone', 'DEST_HEAD', directory],
    ['a role that nobody holds', 'HR_OFFICER', { ...directory, HR_OFFICER: [] }],
    ['somebody whom nothing links to the case', 'passer-by', directory],
  ])('is not %s', (_, of, people) => asked(of, { directory: people }).thenRejected('workflow.nobody-to-ask'));
  it('is said by each stage for itself', () => {
    const only: StageDefinition = { ...heads, verbs: { ...heads.verbs, ask: { of: ['HR_HEAD'] } } };
    const there = begun(only, { ...asks, key: 'next', actor: 'HR_OFFICER' });
    after(...there)
      .when(asking('heads', 'dest', 'AUDITOR'))
      .thenRejected('workflow.nobody-to-ask');
    after(...there, deciding('heads', 'dest'))
      .when(asking('next', 'officer', 'AUDITOR'))
      .thenTypes('InformationAsked', 'ClockPaused');
  });
  it('is whoever decided before', () =>
    after(...begun(heads, { ...asks, key: 'next', actor: 'HR_OFFICER' }), deciding('heads', 'dest'))
      .when(asking('next', 'officer', 'dest', { directory: { ...directory, DEST_HEAD: [] } }))
      .thenTypes('InformationAsked', 'ClockPaused'));
});

describe('a deadline or a reminder of another place', () => {
  it('means nothing to a case that is with its proposer', () => {
    const back = after(...begun(heads), deciding('heads', 'dest', 'return'));
    back.when(passing('heads', '2026-05-04T02:00:00.000Z', 2)).thenNothing();
    back.when(passing('submission', '2026-05-04T02:00:00.000Z', 1)).thenNothing();
    back.when(passing('submission', '2026-05-04T02:00:00.000Z', 2)).thenTypes('DeadlinePassed');
  });
});

describe('who can be given a task', () => {
  const desk = (by?: readonly string[]): StageDefinition => ({
    ...{ ...heads, actor: 'HR_OFFICER' },
    verbs: { ...heads.verbs, reassign: { reason: 'optional', ...(by && { by }) } },
  });
  it('is said by whoever could do it, and by any of those named besides', () => {
    after(...begun(desk()))
      .when(reassigning('heads', 'officer', 'officer2'))
      .thenTypes('TaskReassigned');
    after(...begun(desk()))
      .when(reassigning('heads', 'hrhead', 'officer2'))
      .thenRejected('workflow.not-an-actor');
    for (const by of ['hrhead', 'secretary', 'system:leave'])
      after(...begun(desk(['HR_HEAD', 'SECRETARY'])))
        .when(reassigning('heads', by, 'officer2'))
        .thenTypes('TaskReassigned');
    after(...begun(desk(['HR_HEAD'])))
      .when(reassigning('heads', 'secretary', 'officer2'))
      .thenRejected('workflow.not-an-actor');
  });
});

describe('an adviser who is asked again', () => {
  const advised: StageDefinition = { ...heads, verbs: { ...heads.verbs, advise: {} } };
  const two = [
    ...begun(advised),
    addingAdviser('heads', 'dest', 'auditor', { required: true }),
    addingAdviser('heads', 'dest', 'secretary', { required: true, question: 'and you?' }),
  ];
  const auditor = { person: 'auditor', required: true, question: 'what do you think?' };
  const secretary = { person: 'secretary', required: true, question: 'and you?' };
  it('is one adviser, with the newest question, and the others stay', () => {
    expect(openAfter(...two).advisers).toEqual([auditor, secretary]);
    expect(openAfter(...two, addingAdviser('heads', 'dest', 'auditor', { question: 'again?' })).advisers).toEqual([
      secretary,
      { person: 'auditor', required: false, question: 'again?' },
    ]);
  });
  it('has said what he said, and the others have not', () => {
    expect(openAfter(...two, advising('heads', 'auditor')).advisers).toEqual([{ ...auditor, advice: 'do it' }, secretary]);
    const waits = waitingFor(stateAfter(...two, advising('heads', 'auditor')), directory);
    expect(waits.map(({ awaited, people, role }) => [awaited, people, role])).toEqual([['advice', ['secretary'], 'DEST_HEAD']]);
    expect(waits[0]?.who).toEqual([holds('secretary', 'secretary')]);
    const outsider = stateAfter(...begun(advised), addingAdviser('heads', 'dest', 'expert', { required: true }));
    expect(waitingFor(outsider, directory)).toMatchObject([{ who: [], people: ['expert'], vacant: false }]);
    after(...two, advising('heads', 'auditor'))
      .when(deciding('heads', 'dest'))
      .thenRejected('workflow.advice-awaited');
    const refused = after(...two).when(deciding('heads', 'dest')).decision;
    expect(refused).toMatchObject({ facts: { advisers: ['auditor', 'secretary'] } });
  });
  it('is one of five where the definition names no number', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((adviser) => addingAdviser('heads', 'dest', adviser));
    after(...begun(advised), ...many)
      .when(addingAdviser('heads', 'dest', 'f'))
      .thenRejected('workflow.too-many-advisers');
    after(...begun(advised), ...many.slice(1))
      .when(addingAdviser('heads', 'dest', 'f'))
      .thenTypes('AdviserAdded');
  });
});

describe('nobody may act', () => {
  it('on a case that does not exist or has ended', () => {
    expect(whoMayAct({ status: 'absent' }, directory)).toEqual([]);
    expect(whoMayAct(stateAfter(...begun(heads), deciding('heads', 'dest', 'reject')), directory)).toEqual([]);
    expect(waitingFor({ status: 'absent' }, directory)).toEqual([]);
    expect(waitingFor(stateAfter(...begun(heads), deciding('heads', 'dest', 'reject')), directory)).toEqual([]);
  });
});

describe('a case that is suspended', () => {
  it('waits for any of those who may resume it, and for whoever is first in name', () => {
    const waits = waitingFor(stateAfter(...begun(heads), suspending('secretary')), directory);
    expect(waits).toEqual([
      {
        ...{ stage: 'heads', role: 'SECRETARY', awaited: 'resume', people: ['secretary', 'hrhead'] },
        ...{ who: [holds('secretary', 'secretary'), holds('hrhead', 'head:hr')], system: false, vacant: false },
      },
    ]);
    const nobody = waitingFor(stateAfter(...begun(heads), suspending('secretary')), {});
    expect(nobody).toMatchObject([{ role: 'SECRETARY', who: [], people: [], vacant: true }]);
    const repaired = stateAfter(...begun(heads), deciding('heads', 'dest', 'return'), suspending('secretary'));
    expect(waitingFor(repaired, directory)).toMatchObject([{ stage: 'submission', awaited: 'resume' }]);
  });
  it('takes files again once it is resumed, and in every state but its end', () => {
    expect(explain({ status: 'absent' }, 'origin', directory, 'attach')?.code).toBe('workflow.absent');
    expect(explain(stateAfter(...begun(heads), suspending('secretary')), 'origin', directory, 'attach')?.code).toBe(
      'workflow.suspended',
    );
    after(starting(definitionOf([heads, final])))
      .when(attaching('origin'))
      .thenTypes('AttachmentAdded');
  });
});

describe('a remark', () => {
  it('that comes again at another time, or from another, is another', () => {
    const said = [...begun(heads), commenting('dest', 'fine')];
    after(...said)
      .when(commenting('dest', 'fine'))
      .thenNothing();
    after(...said)
      .when(commenting('origin', 'fine'))
      .thenTypes('CommentAdded');
    after(...said)
      .when(commenting('dest', 'fine!'))
      .thenTypes('CommentAdded');
    const { by, text, directory: people, calendar } = { ...commenting('dest', 'fine').data, text: 'fine' };
    after(...said)
      .when({ type: 'Comment', data: { by, text, directory: people, calendar, at: '2026-03-03T03:00:00.000Z' } })
      .thenTypes('CommentAdded');
  });
});

describe('a case that is returned', () => {
  it('waits for its repair, of which nobody was reminded', () => {
    const state = stateAfter(...begun(heads), deciding('heads', 'dest', 'return'));
    expect(state.status === 'returned' && state.repair).toEqual({
      ...{ stage: 'submission', round: 2, since: '2026-03-02T09:00:00.000Z', overdue: false, reminded: [] },
      schedule: expect.objectContaining({ dueOn: '2026-03-16' }),
    });
  });
});

describe('what a stage was', () => {
  it('is kept when it is behind the case', () => {
    const late = passing('heads', '2026-03-10T02:00:00.000Z');
    const state = stateAfter(...begun(heads), late, deciding('heads', 'dest', 'approve', { at: '2026-03-10T03:00:00.000Z' }));
    expect(state.status === 'open' && state.passages).toEqual([
      {
        ...{
          stage: 'heads',
          round: 1,
          outcome: 'passed',
          openedAt: '2026-03-02T09:00:00.000Z',
          closedAt: '2026-03-10T03:00:00.000Z',
        },
        schedule: expect.objectContaining({ dueOn: '2026-03-05' }),
        votes: [expect.objectContaining({ verdict: 'approve', reason: 'because', dossierHash: 'd1' })],
      },
    ]);
    const asks: StageDefinition = { ...heads, verbs: { ...heads.verbs, ask: {} } };
    const moved = [asking('heads', 'dest'), answering('heads', 'origin', { at: '2026-03-04T03:00:00.000Z' })];
    const kept = stateAfter(...begun(asks), ...moved, deciding('heads', 'dest'));
    expect(kept.status === 'open' && kept.passages[0]).toMatchObject({
      schedule: { dueOn: '2026-03-09' },
      originalDueOn: '2026-03-05',
    });
    expect(kept.status === 'open' && kept.passages[0]).not.toHaveProperty('advisers');
    const skipped = stateAfter(
      starting(definitionOf([{ ...heads, when: 'ownRequest = true' }, final])),
      submitting('origin', { context }),
    );
    expect(skipped.status === 'open' && skipped.passages).toEqual([
      {
        ...{ stage: 'heads', round: 1, outcome: 'skipped', because: 'ownRequest = true', votes: [] },
        ...{ openedAt: '2026-03-02T09:00:00.000Z', closedAt: '2026-03-02T09:00:00.000Z' },
      },
    ]);
  });
  it('says of a vote whether the chair or whoever may veto cast it', () => {
    const people = {
      ...directory,
      CHAIR: [holds('t1', 'chair'), holds('t3', 'chair')],
      GUARD: [holds('t2', 'guard'), holds('t3', 'guard')],
    };
    const board = { ...panel, quorum: 5, rule: 'veto', chair: 'CHAIR', vetoBy: 'GUARD' } as const;
    const votes = ['t1', 't2', 't4'].map((by) => deciding('panel', by, 'approve', { directory: people }));
    const cast = openAfter(...begun(board), ...votes).votes.map(({ by, chair, veto }) => [by.by, chair, veto]);
    expect(cast).toEqual([
      ['t1', true, undefined],
      ['t2', undefined, true],
      ['t4', undefined, undefined],
    ]);
    expect(Object.keys(openAfter(...begun(panel), deciding('panel', 't1')).votes[0] ?? {})).toEqual([
      ...['by', 'verdict', 'reason', 'dossierHash', 'at'],
    ]);
  });
  it('is that of one stage alone where several are open', () => {
    const groups = [{ key: 'g', title: heads.title, join: 'all' as const }];
    const beside = definitionOf([{ ...panel, group: 'g' }, { ...panel, key: 'other', group: 'g' }, final], {
      groups,
      fourEyes: [],
    });
    const state = stateAfter(
      starting(beside),
      submitting(),
      deciding('panel', 't1'),
      deciding('other', 't2'),
      deciding('other', 't3'),
    );
    expect(state.status === 'open' && state.open.map(({ votes }) => votes.map(({ by }) => by.by))).toEqual([
      ['t1'],
      ['t2', 't3'],
    ]);
  });
});
