import { etagOf, explain, stageRail, waitingFor, whoMayAct } from './index.js';
import type { Verb } from './verbs.js';
import {
  cancelling,
  checking,
  commenting,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  hearing,
  holds,
  machine,
  panel,
  passing,
  starting,
  stateAfter,
  submitting,
  withdrawing,
} from './testing.js';

const definition = definitionOf([heads, hearing, machine, panel, final]);
const draft = [starting(definition)];
const submitted = [...draft, submitting()];
const atMachine = [...submitted, deciding('heads', 'dest'), deciding('hearing', 'asn')];
const atPanel = [...atMachine, checking('machine', 'passed')];
const atFinal = [...atPanel, ...['t1', 't2', 't3'].map((member) => deciding('panel', member))];
const approved = [...atFinal, deciding('final', 'regent')];
const people = (...commands: typeof submitted) => whoMayAct(stateAfter(...commands), directory).map(({ person }) => person);

describe('who may act', () => {
  it('on a draft is the proposing office', () => expect(people(...draft)).toEqual(['origin']));
  it('on a returned case as well', () => expect(people(...submitted, deciding('heads', 'dest', 'return'))).toEqual(['origin']));
  it('at a stage is its office', () => expect(people(...submitted)).toEqual(['dest']));
  it('at a panel is who has not voted', () =>
    expect(people(...atPanel, deciding('panel', 't4'))).toEqual(['t1', 't2', 't3', 't5']));
  it('at an automatic check is nobody', () => expect(people(...atMachine)).toEqual([]));
  it('after the end is nobody', () => expect(people(...approved)).toEqual([]));
  it('is not the person concerned, but where he is heard', () => {
    const asnEverywhere = { ...directory, DEST_HEAD: [holds('asn', 'head:b')] };
    expect(whoMayAct(stateAfter(...submitted), asnEverywhere)).toEqual([]);
    expect(people(...submitted, deciding('heads', 'dest'))).toEqual(['asn']);
  });
  it('is not who acted before, under four eyes', () =>
    expect(whoMayAct(stateAfter(...submitted), { DEST_HEAD: [holds('origin', 'head:b')] })).toEqual([]));
});

describe('what a case waits for', () => {
  it('is somebody named', () =>
    expect(waitingFor(stateAfter(...submitted), directory)).toMatchObject([
      { role: 'DEST_HEAD', who: [{ person: 'dest' }], vacant: false, system: false },
    ]));
  it('or a vacant office named', () =>
    expect(waitingFor(stateAfter(...submitted), {})).toEqual([
      {
        ...{ stage: 'heads', role: 'DEST_HEAD', awaited: 'decision', who: [], people: [], vacant: true, system: false },
        vacancy: { policy: 'wait', alerted: [] },
      },
    ]));
  it('or the system', () => expect(waitingFor(stateAfter(...atMachine), {})).toMatchObject([{ system: true, vacant: false }]));
  it('or the proposer', () =>
    expect(waitingFor(stateAfter(...draft), directory)).toMatchObject([{ role: 'ORIGIN_HEAD', vacant: false }]));
  it('or nothing, after the end', () => expect(waitingFor(stateAfter(...approved), directory)).toEqual([]));
});

describe('why somebody may not', () => {
  const why = (history: typeof submitted, person: string, verb: Verb, where = directory) =>
    explain(stateAfter(...history), person, where, verb)?.code;

  it.each<[string, typeof submitted, string, Verb, string | undefined]>([
    ['decides, since it is his', submitted, 'dest', 'approve', undefined],
    ['returns, since it is his', submitted, 'dest', 'return', undefined],
    ['decides before the submission', draft, 'dest', 'approve', 'workflow.not-open'],
    ['decides after the end', approved, 'dest', 'approve', 'workflow.closed'],
    ['decides in another’s office', submitted, 'regent', 'approve', 'workflow.not-an-actor'],
    ['returns what cannot be returned', atPanel, 't1', 'return', 'workflow.verb-not-offered'],
    ['votes again', [...atPanel, deciding('panel', 't1')], 't1', 'reject', 'workflow.already-voted'],
    ['submits the draft', draft, 'origin', 'submit', undefined],
    ['submits what is not his', draft, 'dest', 'submit', 'workflow.not-the-proposer'],
    ['submits twice', submitted, 'origin', 'submit', 'workflow.already-submitted'],
    ['submits after the end', approved, 'origin', 'submit', 'workflow.closed'],
    ['withdraws his own', submitted, 'origin', 'withdraw', undefined],
    ['withdraws what is not his', submitted, 'dest', 'withdraw', 'workflow.not-the-proposer'],
    ['withdraws after the end', approved, 'origin', 'withdraw', 'workflow.closed'],
    ['comments after the end', approved, 'asn', 'comment', undefined],
    ['comments on nothing', [], 'asn', 'comment', 'workflow.absent'],
  ])('%s', (_, history, person, verb, code) => expect(why(history, person, verb)).toBe(code));

  it('decides on himself', () =>
    expect(why(submitted, 'asn', 'approve', { DEST_HEAD: [holds('asn', 'head:b')] })).toBe('workflow.own-case'));
  it('acts twice under four eyes', () =>
    expect(why(submitted, 'origin', 'approve', { DEST_HEAD: [holds('origin', 'head:b')] })).toBe('workflow.four-eyes'));
});

describe('the rail of stages', () => {
  const rail = (...commands: typeof submitted) =>
    stageRail(stateAfter(...commands)).map(({ state, outcome }) => (outcome ? `${state} ${outcome}` : state));

  it('of a case that does not exist is empty', () => expect(rail()).toEqual([]));
  it('shows what is to come', () => expect(rail(...draft)).toEqual(Array(5).fill('future')));
  it('shows what was and what is', () =>
    expect(rail(...atPanel)).toEqual(['done passed', 'done passed', 'done passed', 'current', 'future']));
  it('shows an approved case as gone through', () => expect(rail(...approved)).toEqual(Array(5).fill('done passed')));
  it('shows where a case was rejected', () =>
    expect(rail(...atFinal, deciding('final', 'regent', 'reject')).at(-1)).toBe('done failed'));
  it('shows where a case was taken back', () => {
    expect(rail(...submitted, withdrawing('origin'))).toEqual(['done withdrawn', 'future', 'future', 'future', 'future']);
    expect(rail(...atPanel, cancelling('hrhead')).slice(2)).toEqual(['done passed', 'done cancelled', 'future']);
  });

  it('shows what is skipped, and why in people’s words', () => {
    const skipped = stageRail(
      stateAfter(...draft, submitting('origin', { context: { ownRequest: true } }), deciding('heads', 'dest')),
    )[1];
    expect(skipped).toMatchObject({ state: 'skipped', because: { id: 'sendiri', en: 'own' } });
  });

  it('falls back on the condition for a reason', () => {
    const { skipReason: _, ...plain } = hearing;
    const skipped = stageRail(
      stateAfter(starting(definitionOf([plain, final])), submitting('origin', { context: { ownRequest: true } })),
    )[0];
    expect(skipped?.because).toEqual({ id: 'ownRequest = false', en: 'ownRequest = false' });
  });

  it('shows a returned case as settled up to the stage that returned it', () => {
    const returned = [...atFinal, deciding('final', 'regent', 'return')];
    expect(rail(...returned)).toEqual([...Array(4).fill('done passed'), 'future returned']);
    expect(rail(...returned, submitting()).at(-1)).toBe('current');
    expect(rail(...returned, submitting('origin', { changed: true }))).toEqual([
      'current',
      'future passed',
      'future passed',
      'future passed',
      'future returned',
    ]);
    expect(rail(...returned, withdrawing('origin'))).toEqual([...Array(4).fill('done passed'), 'done returned']);
  });

  it('keeps settled what lies between a stage sent back to and the one that sent it', () => {
    expect(rail(...atFinal, deciding('final', 'regent', 'return', { to: 'heads' }))).toEqual([
      'current',
      ...Array(3).fill('done passed'),
      'future returned',
    ]);
  });

  it('carries votes, the panel’s count, times and lateness', () => {
    const [, , , voting] = stageRail(
      stateAfter(...atPanel, deciding('panel', 't1'), passing('panel', '2026-03-10T02:00:00.000Z')),
    );
    expect(voting).toMatchObject({
      panel: { cast: 1, size: 5, quorum: 3 },
      votes: [{ by: { by: 't1' }, reason: 'because' }],
      overdue: true,
      round: 1,
      schedule: { dueOn: '2026-03-09' },
    });
    const [first] = stageRail(stateAfter(...approved));
    expect(first).toMatchObject({
      openedAt: '2026-03-02T09:00:00.000Z',
      closedAt: '2026-03-02T09:00:00.000Z',
      votes: [{ verdict: 'approve' }],
    });
  });
});

describe('the ETag', () => {
  const etag = (...commands: typeof submitted) => etagOf(stateAfter(...commands));
  it.each([
    ['a comment', submitted, commenting('asn')],
    ['a reminder or a deadline', submitted, passing('heads', '2026-03-10T02:00:00.000Z')],
    ['a panel colleague’s vote', atPanel, deciding('panel', 't1')],
  ])('does not change with %s', (_, history, command) => expect(etag(...history, command)).toBe(etag(...history)));

  it.each([
    ['the submission', draft, submitting()],
    ['a decision', submitted, deciding('heads', 'dest')],
    ['a return', submitted, deciding('heads', 'dest', 'return')],
    ['a withdrawal', submitted, withdrawing('origin')],
    ['the end', atFinal, deciding('final', 'regent')],
  ])('changes with %s', (_, history, command) => expect(etag(...history, command)).not.toBe(etag(...history)));

  it('changes with the dossier', () => {
    const again = (dossierHash: string) =>
      etag(...submitted, deciding('heads', 'dest', 'return'), submitting('origin', { dossierHash }));
    expect(again('d1')).not.toBe(again('d2'));
  });
});
