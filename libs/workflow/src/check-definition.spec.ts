import { checkDefinition } from './check-definition.js';
import type { Definition, StageDefinition } from './definition.js';
import { definitionOf, final, heads, hearing, machine, panel } from './testing.js';

const fields = { ownRequest: 'boolean', proposerRole: 'string', warnings: 'boolean' } as const;
const problems = (stages: readonly StageDefinition[], more: Partial<Definition> = {}) =>
  checkDefinition(definitionOf(stages, { fourEyes: [], ...more }), { fields }).map(({ at, code }) => `${at} ${code}`);
const deadline = (onPassed: 'wait' | 'silence' | 'close') => ({ ...heads.deadline, onPassed });

const known = {
  fields,
  roles: ['HEAD', 'EMPLOYEE', 'ORIGIN_HEAD', 'DEST_HEAD', 'TPK_MEMBER', 'SECRETARY', 'REGENT', 'HR_HEAD', 'LEGAL', 'MONEY'],
  acts: ['decide'],
  calendars: ['id'],
};
const title = { id: 'x', en: 'x' };
const beside = (key: string, group = 'g') => ({ ...heads, key, group });
const group = (join: 'all' | 'any' | number, key = 'g') => ({ key, title, join });
const signing = {
  kind: 'signoff',
  key: 'signing',
  title,
  actor: 'LEGAL',
  groups: [
    { role: 'LEGAL', title },
    { role: 'MONEY', title },
  ],
  verbs: { approve: { reason: 'optional' }, reject: { reason: 'required' } },
} as const satisfies StageDefinition;

/** Every fault there is a code for: what is written, what is told of it, and where. */
const faults: readonly (readonly [fault: string, definition: Partial<Definition>, told: string])[] = [
  [
    'a stage nobody can reach',
    { stages: [{ ...heads, when: 'ownRequest and not(ownRequest)' }, final] },
    'stages.heads unreachable',
  ],
  ['a stage nobody can leave', { stages: [{ ...heads, verbs: {} }, final] }, 'stages.heads no-way-on'],
  ['a sign-off by nobody', { stages: [{ ...signing, groups: [] }, final] }, 'stages.signing no-way-on'],
  [
    'a sign-off by one twice',
    { stages: [{ ...signing, groups: [signing.groups[0], signing.groups[0]] }, final] },
    'stages.signing duplicate-role',
  ],
  ['an office that does not exist', { stages: [{ ...heads, actor: 'POPE' }, final] }, 'stages.heads unknown-role'],
  ['a starter that does not exist', { initiators: ['POPE'] }, 'initiators unknown-role'],
  ['a canceller that does not exist', { cancelledBy: ['POPE'] }, 'cancelledBy unknown-role'],
  [
    'an escalation to nobody',
    { stages: [{ ...heads, deadline: { ...heads.deadline, escalations: [{ workingDays: 1, to: 'POPE' }] } }, final] },
    'stages.heads unknown-role',
  ],
  [
    'an alarm for nobody',
    { stages: [{ ...heads, vacancy: { policy: 'wait', alert: 'POPE' } }, final] },
    'stages.heads unknown-role',
  ],
  [
    'a signature of nobody',
    { stages: [{ ...signing, groups: [...signing.groups, { role: 'POPE', title }] }, final] },
    'stages.signing unknown-role',
  ],
  [
    'a question to nobody',
    { stages: [{ ...heads, verbs: { ...heads.verbs, ask: { of: ['POPE'] } } }, final] },
    'stages.heads unknown-role',
  ],
  [
    'an expression that does not parse',
    { stages: [{ ...heads, when: 'ownRequest and' }, final] },
    'stages.heads condition.syntax',
  ],
  ['an unknown field', { stages: [{ ...heads, when: 'colour = "red"' }, final] }, 'stages.heads condition.unknown-name'],
  [
    'a string compared with a number',
    { stages: [{ ...heads, when: 'proposerRole > 3' }, final] },
    'stages.heads condition.types',
  ],
  ['a condition that is none', { stages: [{ ...heads, when: 'proposerRole' }, final] }, 'stages.heads condition.not-a-condition'],
  ['the clock', { stages: [{ ...heads, when: 'now() = now()' }, final] }, 'stages.heads condition.function'],
  [
    'an endless condition',
    { stages: [{ ...heads, when: 'some n in [1..100000] satisfies n = 1' }, final] },
    'stages.heads condition.too-large',
  ],
  ['a signature where nobody decides', { stages: [{ ...machine, signature: 'required' }, final] }, 'stages.machine signature'],
  ['a quorum larger than the panel', { stages: [{ ...panel, quorum: 6 }, final] }, 'stages.panel quorum'],
  ['a quorum larger than its members', { stages: [{ ...panel, members: ['a', 'b'] }, final] }, 'stages.panel quorum'],
  [
    'a return to a later stage',
    { stages: [{ ...heads, verbs: { ...heads.verbs, return: { reason: 'optional', to: ['final'] } } }, final] },
    'stages.heads return-target',
  ],
  ['a calendar that is missing', { calendar: 'mars' }, 'calendar unknown-calendar'],
  ['an act that nobody may', { stages: [{ ...heads, act: 'bless' }, final] }, 'stages.heads unknown-act'],
  [
    'a group that is scattered',
    { groups: [group('all')], stages: [beside('a'), heads, beside('b'), final] },
    'groups.g scattered',
  ],
  ['a join larger than the branches', { groups: [group(3)], stages: [beside('a'), beside('b'), final] }, 'groups.g join'],
  ['a join of none', { groups: [group(0)], stages: [beside('a'), beside('b'), final] }, 'groups.g join'],
  ['a branch alone', { groups: [group('all')], stages: [beside('a'), final] }, 'groups.g branch-alone'],
  ['a branch of no group', { stages: [{ ...heads, branch: 'b' }, final] }, 'stages.heads branch-alone'],
  ['a group that there is not', { stages: [beside('a', 'h'), final] }, 'stages.a unknown-group'],
  [
    'a group that there is not, where there is another',
    { groups: [group('all')], stages: [beside('a'), beside('b'), beside('c', 'h'), final] },
    'stages.c unknown-group',
  ],
  ['a group without stages', { groups: [group('all')] }, 'groups.g empty-group'],
  [
    'a group twice',
    { groups: [group('all'), group('any')], stages: [beside('a'), beside('b'), final] },
    'groups.g duplicate-key',
  ],
  [
    'an office that stands in for itself',
    { stages: [{ ...heads, vacancy: { policy: 'superior', role: heads.actor } }, final] },
    'stages.heads vacancy-loop',
  ],
  [
    'offices that stand in for each other',
    {
      stages: [
        { ...heads, vacancy: { policy: 'superior', role: 'SECRETARY' } },
        { ...heads, key: 'second', actor: 'SECRETARY', vacancy: { policy: 'rescuer', role: heads.actor } },
        final,
      ],
    },
    'stages.second vacancy-loop',
  ],
  [
    'lines of what is no batch',
    { stages: [{ ...heads, verbs: { ...heads.verbs, partial: { reason: 'required' } } }, final] },
    'stages.heads verbs',
  ],
];

describe('a definition', () => {
  it('may speak of everything that there is', () => {
    const stages = [heads, beside('a'), beside('b'), hearing, machine, panel, { ...signing, act: 'decide' }, final];
    const sound = definitionOf(stages, { fourEyes: [], groups: [group(1)], calendar: 'id', initiators: ['HEAD'] });
    expect(checkDefinition(sound, known)).toEqual([]);
  });

  it('may ask whoever proposed, and have the first of the seats preside', () => {
    const asking = { ...heads, verbs: { ...heads.verbs, ask: { of: ['submission'] } } };
    const sound = definitionOf([asking, { ...panel, chair: 'first' }, final], { fourEyes: [], initiators: ['HEAD'] });
    expect(checkDefinition(sound, known)).toEqual([]);
  });

  it.each(faults)('is told of %s', (_, more, told) => {
    const faulty = definitionOf(more.stages ?? [final], { fourEyes: [], initiators: ['HEAD'], ...more });
    expect(checkDefinition(faulty, known).map(({ at, code }) => `${at} ${code}`)).toContain(told);
  });

  it('is told of all its faults at once', () => {
    const all = definitionOf(
      [
        { ...heads, actor: 'POPE', when: 'colour' },
        { ...panel, quorum: 9 },
      ],
      {
        fourEyes: [['heads', 'gone']],
        initiators: [],
      },
    );
    const codes = checkDefinition(all, known).map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['unknown-role', 'condition.unknown-name', 'quorum', 'unknown-stage', 'nobody-starts']),
    );
  });

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
