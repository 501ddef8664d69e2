import type { CommandData, WorkflowCommand } from './commands.js';
import { recusing } from './decide/testing.js';
import type { Definition, StageDefinition } from './definition.js';
import { standingLines } from './index.js';
import { after, deciding, definitionOf, final, heads, historyOf, panel, starting, stateAfter, submitting } from './testing.js';

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
    expect(Object.keys(one?.type === 'DecisionMade' ? (one.data.lines ?? {}) : {})).toEqual(['b']);
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
  it('is told that a line was never in it, also where others fell out', () => {
    const back = [...open, deciding3('dest', { b: no }), deciding('final', 'regent', 'return')];
    after(...back)
      .when(submitting('origin', { lines: [{ key: 'x', subject: 'person-x' }] }))
      .thenRejected('workflow.line-unknown');
    after(...back)
      .when(submitting('origin', { lines: [{ key: 'a', subject: 'another' }] }))
      .thenRejected('workflow.line-unknown');
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
});
