import type { CommandData, WorkflowCommand } from './commands.js';
import type { Definition, StageDefinition } from './definition.js';
import { recusing } from './decide/testing.js';
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

  it('tells of each line that fell out why, and ends with those that are left', () => {
    const third = { ...lines[2], key: 'c', subject: 'dest' };
    const mixed = [...lines.slice(0, 2), third];
    const here = [batch([opened, final]), submitting('origin', { lines: mixed })];
    const { decision } = after(...here).when(deciding3('dest', { b: no, c: leave }));
    expect(decision).toMatchObject([
      { type: 'DecisionMade', data: { lines: { b: 'reject', c: 'leave' }, lineReasons: { b: 'too few years', c: '' } } },
      {
        type: 'LinesFellOut',
        data: {
          lines: [
            { key: 'b', because: 'rejected' },
            { key: 'c', because: 'left-out' },
          ],
        },
      },
      { type: 'StageClosed', data: { outcome: 'passed' } },
      { type: 'StageOpened', data: { stage: 'final' } },
    ]);
    const state = stateAfter(...here, deciding3('dest', { b: no, c: leave }));
    expect(state.status === 'open' && state.lines).toEqual([
      lines[0],
      { ...lines[1], fell: { stage: 'heads', round: 1, because: 'rejected' } },
      { ...third, fell: { stage: 'heads', round: 1, because: 'left-out' } },
    ]);
    const ended = historyOf(...here, deciding3('dest', { b: no, c: leave }), deciding('final', 'regent'));
    expect(ended.at(-1)?.data).toMatchObject({ outcome: 'approved', lines: ['a'] });
    const rejected = historyOf(...here, deciding3('dest', { b: no, c: leave }), deciding('final', 'regent', 'reject'));
    expect(rejected.at(-1)?.data).not.toHaveProperty('lines');
    expect(rejected.at(-2)?.type).toBe('StageClosed');
  });
  it('records no line that is decided like the rest', () => {
    const approved = { a: { verdict: 'approve', reason: 'fine' } } as const;
    const plain = historyOf(...open, deciding3('dest', approved)).find(({ type }) => type === 'DecisionMade');
    expect(plain?.data).not.toHaveProperty('lines');
    const one = historyOf(...open, deciding3('dest', { ...approved, b: no })).find(({ type }) => type === 'DecisionMade');
    expect(one?.data).toMatchObject({ lines: { b: 'reject' } });
    expect(Object.keys((one?.data as { lines: object }).lines)).toEqual(['b']);
    expect(standing(...open, deciding3('dest', approved))).toEqual(['a', 'b', 'c']);
  });
  it('may be rejected as a whole with each of its lines', () => {
    after(...open)
      .when(deciding('heads', 'dest', 'reject', { lines: { a: no, b: no } }))
      .thenTypes('DecisionMade', 'LinesFellOut', 'StageClosed', 'CaseClosed');
    const whole = { ...heads };
    after(batch([whole, final]), submitting('origin', { lines }))
      .when(deciding('heads', 'dest', 'reject', { lines: { a: no } }))
      .thenTypes('DecisionMade', 'LinesFellOut', 'StageClosed', 'CaseClosed');
  });
  it('takes a reason for each rejected line only where the stage asks for one', () => {
    const free = { ...heads, verbs: { ...heads.verbs, partial: { reason: 'optional' } } } as const;
    after(batch([free, final]), submitting('origin', { lines }))
      .when(deciding3('dest', { b: { ...no, reason: ' ' } }))
      .thenTypes('DecisionMade', 'LinesFellOut', 'StageClosed', 'StageOpened');
    const refused = after(...open).when(deciding3('dest', { a: no, b: { ...no, reason: ' ' } })).decision;
    expect(refused).toMatchObject({ code: 'workflow.reason-missing', facts: { verdict: 'partial', lines: ['b'] } });
  });
  it('is told which lines will not do', () => {
    const some = [...open, deciding3('dest', { b: no })];
    expect(after(...some).when(deciding3('regent', { b: no, x: no }, 'final')).decision).toMatchObject({
      code: 'workflow.line-unknown',
      facts: { lines: ['b', 'x'] },
    });
    expect(after(...open).when(deciding3('dest', { a: leave, b: no })).decision).toMatchObject({
      code: 'workflow.line-not-left',
      facts: { lines: ['a'] },
    });
  });
  it('loses the lines on which too few of a panel are left once somebody stepped aside', () => {
    const verbs = { ...panel.verbs, partial, recuse: { reason: 'optional' } } as const;
    const two = [{ key: 'a', subject: 't1' }, ...lines.slice(1)];
    const board = [batch([{ ...panel, size: 4, quorum: 2, verbs }, final]), submitting('origin', { lines: two })];
    const left = [...board, deciding3('t1', { a: leave }, 'panel'), recusing('panel', 't4')];
    expect(standing(...left, deciding('panel', 't2'), deciding('panel', 't3'))).toEqual(['a', 'b', 'c']);
    const three = [batch([{ ...panel, size: 4, quorum: 3, verbs }, final]), submitting('origin', { lines: two })];
    const fewer = [...three, deciding3('t1', { a: leave }, 'panel'), recusing('panel', 't4')];
    expect(standing(...fewer, deciding('panel', 't2'), deciding('panel', 't3'))).toEqual(['b', 'c']);
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
    for (const two of [[lines[0], lines[0]], [{ key: ' ', subject: 'x' }], [{ key: 'x', subject: '' }]])
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
