import { checkDefinition } from './check-definition.js';
import type { Definition, StageDefinition } from './definition.js';
import { definitionOf, final, heads, hearing, machine, panel } from './testing.js';

const fields = { ownRequest: 'boolean', proposerRole: 'string', warnings: 'boolean' } as const;
const problems = (stages: readonly StageDefinition[], more: Partial<Definition> = {}) =>
  checkDefinition(definitionOf(stages, { fourEyes: [], ...more }), { fields }).map(({ at, code }) => `${at} ${code}`);
const deadline = (onPassed: 'wait' | 'silence' | 'close') => ({ ...heads.deadline, onPassed });

describe('a definition', () => {
  it('that is sound has no problems', () => expect(problems([heads, hearing, machine, panel, final])).toEqual([]));

  it.each<[string, readonly StageDefinition[], string]>([
    ['has stages', [], 'stages no-stages'],
    ['has each stage once', [heads, heads, final], 'stages.heads duplicate-key'],
    ['does not call a stage `submission`', [{ ...heads, key: 'submission' }, final], 'stages.submission duplicate-key'],
    [
      'returns to earlier stages only',
      [{ ...heads, verbs: { ...heads.verbs, return: { reason: 'optional', to: ['final'] } } }, final],
      'stages.heads return-target',
    ],
    [
      'returns to stages that there are',
      [{ ...final, verbs: { ...final.verbs, return: { reason: 'optional', to: ['gone'] } } }],
      'stages.final return-target',
    ],
    ['does not return from a panel', [heads, { ...panel, verbs: final.verbs }, final], 'stages.panel verbs'],
    ['has a quorum that can be met', [{ ...panel, quorum: 6 }, final], 'stages.panel quorum'],
    ['has a quorum at all', [{ ...panel, quorum: 0 }, final], 'stages.panel quorum'],
    [
      'takes only the person’s silence for an answer',
      [{ ...heads, deadline: deadline('silence') }, final, final],
      'stages.heads deadline',
    ],
    ['closes only panels at their deadline', [{ ...heads, deadline: deadline('close') }, final], 'stages.heads deadline'],
    ['has a way on from every stage', [{ ...heads, verbs: {} }, final], 'stages.heads no-way-on'],
    ['gives a machine no verbs', [{ ...machine, verbs: final.verbs }, final], 'stages.machine verbs'],
    ['ends with a decision', [final, hearing], 'stages.hearing undecided'],
    ['does not skip its last stage', [heads, { ...final, when: 'ownRequest' }], 'stages.final undecided'],
    ['reads only what a case has', [{ ...heads, when: 'colour = "red"' }, final], 'stages.heads condition.unknown-name'],
    ['has conditions that can be read', [{ ...heads, when: 'ownRequest and' }, final], 'stages.heads condition.syntax'],
    ['does not ask the clock', [{ ...heads, when: 'today() > date("2026-01-01")' }, final], 'stages.heads condition.function'],
    ['can reach every stage', [{ ...heads, when: '1 > 2' }, final], 'stages.heads unreachable'],
    ['has no condition that always holds', [{ ...heads, when: 'true' }, final], 'stages.heads condition.always'],
  ])('%s', (_, stages, problem) => expect(problems(stages)).toContain(problem));

  it('tells nobody twice by the same reminder', () => {
    const twice = [
      { workingDays: 2, to: 'SECRETARY' },
      { workingDays: 2, to: 'REGENT' },
    ];
    expect(problems([{ ...heads, deadline: { ...heads.deadline, escalations: twice } }, final])).toContain(
      'stages.heads same-day-twice',
    );
    expect(problems([final], { repair: { ...heads.deadline, reminders: [1, 1] } })).toContain('repair same-day-twice');
  });

  it('is started by somebody', () => expect(problems([final], { initiators: [] })).toContain('initiators nobody-starts'));
  it('waits for a repair', () => expect(problems([final], { repair: deadline('close') })).toContain('repair deadline'));
  it('sets four eyes over stages that there are', () =>
    expect(problems([heads, final], { fourEyes: [['submission', 'gone']] })).toContain('fourEyes unknown-stage'));
  it('sets four eyes over two stages at least', () =>
    expect(problems([heads, final], { fourEyes: [['heads', 'heads']] })).toContain('fourEyes too-few-eyes'));
});
