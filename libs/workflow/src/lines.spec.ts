import type { CommandData, WorkflowCommand } from './commands.js';
import type { Definition, StageDefinition } from './definition.js';
import { explain, standingLines } from './index.js';
import {
  after,
  deciding,
  definitionOf,
  directory,
  final,
  given,
  heads,
  historyOf,
  panel,
  starting,
  stateAfter,
  submitting,
} from './testing.js';

const partial = { reason: 'required' } as const;
const batch = (stages: readonly StageDefinition[], more: Partial<Definition> = {}) =>
  starting(definitionOf(stages, { lines: { max: 500 }, ...more }), 'origin', { subject: 'nobody' });
const opened = { ...heads, verbs: { ...heads.verbs, partial } } as const;
const lines = ['a', 'b', 'c'].map((key) => ({ key, subject: `person-${key}` }));
const open = [batch([opened, final]), submitting('origin', { lines })];
type Lines = NonNullable<CommandData<'Decide'>['lines']>;
const no = { verdict: 'reject', reason: 'too few years' } as const;
const leave = { verdict: 'leave', reason: '' } as const;
const deciding3 = (by: string, verdicts: Lines, stage = 'heads', more: Partial<CommandData<'Decide'>> = {}) =>
  deciding(stage, by, 'approve', { lines: verdicts, ...more });
const standing = (...commands: readonly WorkflowCommand[]) => {
  const state = stateAfter(...commands);
  return state.status === 'absent' ? [] : standingLines(state).map(({ key }) => key);
};

describe('a batch', () => {
  it('is approved in part: what is rejected falls out, the rest goes on', () => {
    after(...open)
      .when(deciding3('dest', { b: no }))
      .thenTypes('DecisionMade', 'LinesFellOut', 'StageClosed', 'StageOpened');
    expect(standing(...open, deciding3('dest', { b: no }))).toEqual(['a', 'c']);
  });
  it('ends with the lines that are approved', () => {
    const history = historyOf(...open, deciding3('dest', { b: no }), deciding('final', 'regent'));
    expect(history.at(-1)).toMatchObject({ type: 'CaseClosed', data: { outcome: 'approved', lines: ['a', 'c'] } });
  });
  it('is rejected when every line is', () => {
    after(...open)
      .when(deciding3('dest', { a: no, b: no, c: no }))
      .thenTypes('DecisionMade', 'LinesFellOut', 'StageClosed', 'CaseClosed');
    after(...open)
      .when(deciding('heads', 'dest', 'reject'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseClosed');
  });
  it('keeps the reason of each rejected line apart from its verdict', () => {
    const made = historyOf(...open, deciding3('dest', { b: no })).find(({ type }) => type === 'DecisionMade');
    expect(made?.data).toMatchObject({ lines: { b: 'reject' }, lineReasons: { b: 'too few years' } });
    const bare = { b: { ...no, reason: ' ' } };
    after(...open)
      .when(deciding3('dest', bare))
      .thenRejected('workflow.reason-missing');
  });
  it('does not decide again on what fell out, nor on what it never had', () => {
    const without = [...open, deciding3('dest', { b: no })];
    const here = batch([
      { ...opened, verbs: { ...opened.verbs } },
      { ...final, verbs: { ...final.verbs, partial } },
    ]);
    after(here, submitting('origin', { lines }), deciding3('dest', { b: no }))
      .when(deciding3('regent', { b: no }, 'final'))
      .thenRejected('workflow.line-fallen');
    after(...without)
      .when(deciding3('regent', { x: no }, 'final'))
      .thenRejected('workflow.line-unknown');
  });
  it('is approved in part only where the stage offers it, and returned as a whole', () => {
    after(...open, deciding('heads', 'dest'))
      .when(deciding3('regent', { a: no }, 'final'))
      .thenRejected('workflow.verb-not-offered');
    after(...open)
      .when(deciding('heads', 'dest', 'return', { lines: { a: no } }))
      .thenRejected('workflow.lines-unsuited');
    after(...open)
      .when(deciding('heads', 'dest', 'reject', { lines: { a: { verdict: 'approve', reason: '' } } }))
      .thenRejected('workflow.lines-unsuited');
    expect(explain(stateAfter(...open), 'dest', directory, 'partial')).toBeUndefined();
    expect(explain(stateAfter(...open, deciding('heads', 'dest')), 'regent', directory, 'partial')?.code).toBe(
      'workflow.verb-not-offered',
    );
  });

  const mine = [{ key: 'a', subject: 'dest' }, ...lines.slice(1)];
  const own = [batch([opened, final]), submitting('origin', { lines: mine })];
  it('is not decided by somebody it contains, unless his line is left out', () => {
    const refused = after(...own).when(deciding('heads', 'dest')).decision;
    expect(refused).toMatchObject({ code: 'workflow.own-line', facts: { lines: ['a'] } });
    after(...own)
      .when(deciding('heads', 'dest', 'reject'))
      .thenRejected('workflow.own-line');
    after(...own)
      .when(deciding3('dest', { a: leave, c: no }))
      .thenTypes('DecisionMade', 'LinesFellOut', 'StageClosed', 'StageOpened');
    expect(standing(...own, deciding3('dest', { a: leave, c: no }))).toEqual(['b']);
  });
  it('nor by the kin of somebody it contains', () => {
    const kin = { lineKin: { b: ['dest'] } };
    const refused = after(...open).when(deciding('heads', 'dest', 'approve', kin)).decision;
    expect(refused).toMatchObject({ code: 'workflow.own-line', facts: { lines: ['b'] } });
    after(...open)
      .when(deciding3('dest', { b: leave }, 'heads', kin))
      .thenTypes('DecisionMade', 'LinesFellOut', 'StageClosed', 'StageOpened');
  });
  it('may be returned by him, so that it is taken out', () =>
    after(...own)
      .when(deciding('heads', 'dest', 'return'))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseReturned'));
  it('is none of his where every line is', () => {
    const alone = [batch([opened, final]), submitting('origin', { lines: mine.slice(0, 1) })];
    after(...alone)
      .when(deciding3('dest', { a: leave }))
      .thenRejected('workflow.own-line');
  });
  it('has no line left out that concerns nobody there', () =>
    after(...open)
      .when(deciding3('dest', { a: leave }))
      .thenRejected('workflow.line-not-left'));
  it('is not decided in part beside other stages', () => {
    const group = { ...opened, group: 'g' };
    const there = batch([group, { ...opened, key: 'other', actor: 'HR_HEAD', group: 'g' }, final], {
      groups: [{ key: 'g', title: { id: 'g', en: 'g' }, join: 'all' }],
    });
    after(there, submitting('origin', { lines }))
      .when(deciding3('dest', { a: no }))
      .thenRejected('workflow.verb-not-offered');
    after(there, submitting('origin', { lines: mine }))
      .when(deciding3('dest', { a: leave }))
      .thenRejected('workflow.own-line');
  });

  describe('before a panel', () => {
    const board = [
      batch([{ ...panel, size: 3, quorum: 2, verbs: { ...panel.verbs, partial } }, final]),
      submitting('origin', { lines }),
    ];
    it('has a result for each line', () => {
      const votes = [deciding3('t1', { a: no }, 'panel'), deciding3('t2', { a: no, b: no }, 'panel')];
      expect(standing(...board, ...votes, deciding('panel', 't3'))).toEqual(['b', 'c']);
    });
    it('goes on when no vote still out can change any of them', () => {
      after(...board, deciding3('t1', { a: no }, 'panel'))
        .when(deciding3('t2', { a: no }, 'panel'))
        .thenTypes('DecisionMade', 'LinesFellOut', 'StageClosed', 'StageOpened');
      after(...board, deciding3('t1', { a: no }, 'panel'))
        .when(deciding('panel', 't2'))
        .thenTypes('DecisionMade');
    });
    const about = [{ key: 'a', subject: 't1' }, ...lines.slice(1)];
    const ours = [board[0] ?? submitting(), submitting('origin', { lines: about })];
    it('has the others decide on a member’s line', () => {
      expect(standing(...ours, deciding3('t1', { a: leave }, 'panel'), deciding('panel', 't2'), deciding('panel', 't3'))).toEqual(
        ['a', 'b', 'c'],
      );
    });
    it('loses a line on which too few are left to decide', () => {
      const two = [{ key: 'a', subject: 't1' }, ...lines.slice(1)];
      const small = [
        batch([{ ...panel, size: 2, quorum: 2, verbs: { ...panel.verbs, partial } }, final]),
        submitting('origin', { lines: two }),
      ];
      expect(standing(...small, deciding3('t1', { a: leave }, 'panel'), deciding('panel', 't2'))).toEqual(['b', 'c']);
    });
  });

  it('has its lines from the first submission on, and loses some, and gains none', () => {
    const back = [...open, deciding('heads', 'dest', 'return')];
    const again = (more: Partial<CommandData<'SubmitCase'>>) => submitting('origin', { dossierHash: 'd2', ...more });
    expect(standing(...back, again({}))).toEqual(['a', 'b', 'c']);
    expect(standing(...back, again({ lines: lines.slice(1) }))).toEqual(['b', 'c']);
    after(...back)
      .when(again({ lines: [...lines, { key: 'd', subject: 'late' }] }))
      .thenRejected('workflow.line-unknown');
    after(...back)
      .when(again({ lines: [{ key: 'a', subject: 'another' }] }))
      .thenRejected('workflow.line-unknown');
    after(...back)
      .when(again({ lines: [] }))
      .thenRejected('workflow.lines-missing');
  });
  it('has a line that fell out never come back', () => {
    const back = [...open, deciding3('dest', { b: no }), deciding('final', 'regent', 'return')];
    after(...back)
      .when(submitting('origin', { lines }))
      .thenRejected('workflow.line-fallen');
    expect(standing(...back, submitting('origin', { lines: lines.slice(0, 1), changed: true }))).toEqual(['a']);
  });
  it('is submitted with lines, as many as the definition allows and each under its own key', () => {
    const start = batch([opened, final], { lines: { max: 2 } });
    after(start).when(submitting('origin')).thenRejected('workflow.lines-missing');
    after(start).when(submitting('origin', { lines })).thenRejected('workflow.lines-invalid');
    expect(after(start).when(submitting('origin', { lines })).decision).toMatchObject({ facts: { about: '3 > 2', most: 2 } });
    after(start)
      .when(submitting('origin', { lines: lines.slice(1) }))
      .thenTypes('CaseSubmitted', 'StageOpened');
    for (const two of [[lines[0], lines[0]], [{ key: ' ', subject: 'x' }], [{ key: 'x', subject: ' ' }]])
      after(start)
        .when(submitting('origin', { lines: two.flatMap((line) => line ?? []) }))
        .thenRejected('workflow.lines-invalid');
    after(starting(definitionOf([heads, final])))
      .when(submitting('origin', { lines }))
      .thenRejected('workflow.lines-not-offered');
  });
  it('may have five hundred of them', () => {
    const many = Array.from({ length: 501 }, (_, index) => ({ key: `k${index}`, subject: `s${index}` }));
    after(batch([opened, final]))
      .when(submitting('origin', { lines: many }))
      .thenRejected('workflow.lines-invalid');
    const history = [batch([opened, final]), submitting('origin', { lines: many.slice(0, 500) }), deciding3('dest', { k7: no })];
    expect(standing(...history)).toHaveLength(499);
  });
  it('folds the same where the reasons were forgotten', () => {
    const history = historyOf(...open, deciding3('dest', { b: no }));
    const forgotten = history.map((event) =>
      event.type === 'DecisionMade' ? { ...event, data: { ...event.data, lineReasons: null } } : event,
    );
    expect(given(...forgotten).state).toEqual(given(...history).state);
  });
});
