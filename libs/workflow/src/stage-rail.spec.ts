import { currentStages, etagOf, isOpenAt, stageRail } from './index.js';
import {
  at,
  cancelling,
  deciding,
  definitionOf,
  final,
  heads,
  hearing,
  panel,
  passing,
  starting,
  stateAfter,
  submitting,
  withdrawing,
} from './testing.js';

const definition = definitionOf([heads, hearing, panel, final], { fourEyes: [] });
const begun = [starting(definition)];
const open = [...begun, submitting()];
const voting = [...open, deciding('heads', 'dest'), deciding('hearing', 'asn'), deciding('panel', 't1')];
const railAfter = (...commands: typeof open) => stageRail(stateAfter(...commands));
const bare = (stage: typeof heads | typeof hearing | typeof panel | typeof final) => ({
  ...{ key: stage.key, title: stage.title, kind: stage.kind },
  ...{ state: 'future', overdue: false, votes: [] },
});

describe('the stages of a case', () => {
  it('are all to come in a draft, a panel with its seats', () =>
    expect(railAfter(...begun)).toEqual([
      bare(heads),
      bare(hearing),
      { ...bare(panel), panel: { cast: 0, size: 5, quorum: 3 } },
      bare(final),
    ]));
  it('are none of a case that does not exist', () => expect(stageRail({ status: 'absent' })).toEqual([]));
  it('show what was gone through, with its votes and what it was due', () => {
    const [first, , third] = railAfter(...voting);
    expect(first).toEqual({
      ...{ ...bare(heads), state: 'done', outcome: 'passed', round: 1, openedAt: at, closedAt: at },
      schedule: expect.objectContaining({ dueOn: '2026-03-05' }),
      votes: [expect.objectContaining({ verdict: 'approve' })],
    });
    expect(third).toEqual({
      ...{ ...bare(panel), state: 'current', round: 1, openedAt: at, panel: { cast: 1, size: 5, quorum: 3 } },
      schedule: expect.objectContaining({ dueOn: '2026-03-09' }),
      votes: [expect.objectContaining({ verdict: 'approve' })],
    });
  });
  it('show one that is overdue, and none the schedule that it never had', () => {
    expect(railAfter(...open, passing('heads', '2026-03-10T02:00:00.000Z'))[0]).toMatchObject({
      state: 'current',
      overdue: true,
    });
    const [only] = railAfter(starting(definitionOf([final])), submitting());
    expect(only).toEqual({ ...bare(final), state: 'current', round: 1, openedAt: at });
    const [done] = railAfter(starting(definitionOf([final])), submitting(), deciding('final', 'regent'));
    expect(done).not.toHaveProperty('schedule');
  });
  it('show where a case stood that was taken back', () => {
    const ends = { withdrawn: withdrawing('origin'), cancelled: cancelling('hrhead') };
    for (const [outcome, end] of Object.entries(ends)) {
      const [first, second] = railAfter(...open, deciding('heads', 'dest'), end);
      expect(first).toMatchObject({ state: 'done', outcome: 'passed' });
      expect(second).toEqual({ ...bare(hearing), state: 'done', outcome, round: 1, closedAt: at });
    }
  });
  it('show one that was skipped with the reason that people are told, and else with its condition', () => {
    const own = submitting('origin', { context: { ...{ ownRequest: true, proposerRole: 'x', moveType: 'x' }, warnings: 0 } });
    const { skipReason, ...unsaid } = hearing;
    const because = (stage: typeof hearing | typeof unsaid) =>
      railAfter(starting(definitionOf([heads, stage, final], { fourEyes: [] })), own, deciding('heads', 'dest'))[1];
    expect(because(hearing)).toEqual({ ...bare(hearing), state: 'skipped', round: 1, closedAt: at, because: skipReason });
    expect(because(unsaid)?.because).toEqual({ id: 'ownRequest = false', en: 'ownRequest = false' });
  });
  it('are to come again once the case was sent back before them, with what they came to', () => {
    const back = [...open, deciding('heads', 'dest', 'return')];
    expect(railAfter(...back)[0]).toMatchObject({ state: 'future', outcome: 'returned', round: 1 });
    const further = [...voting, deciding('panel', 't2'), deciding('panel', 't3'), deciding('final', 'regent', 'return')];
    expect(railAfter(...further).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'future']);
    expect(railAfter(...further, withdrawing('origin'))[3]).toMatchObject({ state: 'done', outcome: 'returned' });
    const ended = [...further, submitting('origin', { changed: true }), deciding('heads', 'dest', 'reject')];
    expect(railAfter(...ended).map(({ state }) => state)).toEqual(['done', 'future', 'future', 'future']);
    const changed = [...further, submitting('origin', { changed: true })];
    expect(railAfter(...changed).map(({ state }) => state)).toEqual(['current', 'future', 'future', 'future']);
  });
  it('are open or not, by name', () => {
    expect([isOpenAt(stateAfter(...open), 'heads'), isOpenAt(stateAfter(...open), 'final')]).toEqual([true, false]);
    expect(isOpenAt(stateAfter(...begun), 'heads')).toBe(false);
    expect(currentStages(stateAfter(...open))).toEqual([heads]);
    expect(currentStages(stateAfter(...begun))).toEqual([]);
    const groups = [{ key: 'g', title: heads.title, join: 'all' as const }];
    const two = definitionOf([{ ...heads, group: 'g' }, { ...panel, group: 'g' }, final], { groups });
    const beside = stateAfter(starting(two), submitting());
    expect(['heads', 'panel', 'final'].map((key) => isOpenAt(beside, key))).toEqual([true, true, false]);
    expect(etagOf(beside)).toBe('open:heads+panel:1:0:d1:def');
  });
  it('are told apart by an ETag', () => {
    expect(etagOf({ status: 'absent' })).toBe('absent');
    expect(etagOf(stateAfter(...begun))).toBe('draft:submission:1:0::def');
    expect(etagOf(stateAfter(...open, deciding('heads', 'dest', 'return')))).toBe('returned:submission:2:1:d1:def');
    expect(etagOf(stateAfter(...open, withdrawing('origin')))).toBe('closed:withdrawn:1:0:d1:def');
  });
});
