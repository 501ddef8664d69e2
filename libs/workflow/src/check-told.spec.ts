import { checkDefinition } from './check-definition.js';
import type { Definition, PanelStage, SignoffStage, StageDefinition } from './definition.js';
import { definitionOf, final as last, heads, hearing, machine, panel } from './testing.js';

const fields = { ownRequest: 'boolean' } as const;
const title = { id: 'x', en: 'x' };
const optional = { reason: 'optional' } as const;
const final: StageDefinition = { ...last, verbs: { ...last.verbs, return: { reason: 'optional', to: ['submission'] } } };
const signing: SignoffStage = {
  ...{ kind: 'signoff', key: 'signing', title, actor: 'LEGAL' },
  groups: ['LEGAL', 'MONEY'].map((role) => ({ role, title })),
  verbs: { approve: optional, reject: optional },
};
const note: StageDefinition = { kind: 'acknowledgement', key: 'note', title, actor: 'HEAD', verbs: { approve: optional } };
const outside: StageDefinition = { kind: 'external', key: 'outside', title, actor: 'HEAD', verbs: {}, from: title };
const told = (stages: readonly StageDefinition[], more: Partial<Definition> = {}, known: object = {}) =>
  checkDefinition(definitionOf(stages, { fourEyes: [], ...more }), { fields, ...known }).map(
    ({ at, code, about }) => `${at} ${code}: ${about}`,
  );
const beside = (key: string, branch?: string) => ({ ...heads, key, group: 'g', ...(branch !== undefined && { branch }) });
const group = (join: 'all' | 'any' | number, key = 'g') => ({ key, title, join });
const standing = (role: string, policy: 'superior' | 'rescuer' = 'superior') => ({ vacancy: { policy, role } }) as const;
const board = (more: Partial<PanelStage>): StageDefinition => ({ ...panel, ...more });

describe('whoever writes a definition is told what is wrong with it, and where', () => {
  it.each<[string, readonly StageDefinition[], Partial<Definition>, string]>([
    ['nobody starts it', [final], { initiators: [] }, 'initiators nobody-starts: no role may start a case'],
    ['it has no stages', [], {}, 'stages no-stages: there is nothing to decide'],
    [
      'it ends with a hearing',
      [heads, { ...hearing, when: undefined }],
      {},
      'stages.hearing undecided: the last stage must decide',
    ],
    ['it ends with a note', [heads, note], {}, 'stages.note undecided: the last stage must decide'],
    [
      'its end may be skipped',
      [{ ...final, when: 'ownRequest' }],
      {},
      'stages.final undecided: the last stage may not be skipped',
    ],
    ['a stage comes twice', [heads, heads, final], {}, 'stages.heads duplicate-key: heads'],
    [
      'a stage returns to itself',
      [{ ...heads, verbs: { ...heads.verbs, return: { reason: 'optional', to: ['heads'] } } }, final],
      {},
      'stages.heads return-target: heads is not an earlier stage',
    ],
    ['four eyes are two of one', [heads, final], { fourEyes: [['heads', 'heads']] }, 'fourEyes too-few-eyes: heads,heads'],
    ['four eyes look at nothing', [heads, final], { fourEyes: [['heads', 'gone']] }, 'fourEyes unknown-stage: gone'],
    ['a branch is in no group', [{ ...heads, branch: 'b' }, final], {}, 'stages.heads branch-alone: b is in no group'],
    ['a group is not there', [beside('a'), final], {}, 'stages.a unknown-group: there is no group g'],
    [
      'a group comes twice',
      [beside('a'), beside('b'), final],
      { groups: [group('all'), group('all')] },
      'groups.g duplicate-key: g',
    ],
    ['a group is empty', [final], { groups: [group('all')] }, 'groups.g empty-group: no stage is in it'],
    [
      'a group is scattered',
      [beside('a'), heads, beside('b'), final],
      { groups: [group('all')] },
      'groups.g scattered: its stages do not follow one another',
    ],
    [
      'a group has one branch',
      [beside('a', 'x'), beside('b', 'x'), final],
      { groups: [group('all')] },
      'groups.g branch-alone: there is nothing beside its one branch',
    ],
    [
      'a group asks for more than it has',
      [beside('a'), beside('b'), final],
      { groups: [group(3)] },
      'groups.g join: 3 of 2 branches',
    ],
    [
      'a group asks for none',
      [beside('a'), beside('b'), final],
      { groups: [group(0)] },
      'groups.g join: a group that asks for no branch',
    ],
    ['nobody can approve', [{ ...heads, verbs: {} }, final], {}, 'stages.heads no-way-on: nobody can approve here'],
    ['nobody signs', [{ ...signing, groups: [] }, final], {}, 'stages.signing no-way-on: nobody signs here'],
    [
      'one signs twice',
      [{ ...signing, groups: [...signing.groups, ...signing.groups] }, final],
      {},
      'stages.signing duplicate-role: every group signs once',
    ],
    [
      'a machine has verbs',
      [{ ...machine, verbs: { approve: optional } }, final],
      {},
      'stages.machine verbs: no person acts here',
    ],
    [
      'an answer from outside is approved',
      [{ ...outside, verbs: { approve: optional } }, final],
      {},
      'stages.outside verbs: nobody approves here',
    ],
    [
      'an answer from outside is rejected',
      [{ ...outside, verbs: { reject: optional } }, final],
      {},
      'stages.outside verbs: nobody rejects here',
    ],
    [
      'a note is refused',
      [{ ...note, verbs: { approve: optional, reject: optional } }, final],
      {},
      'stages.note verbs: nobody rejects here',
    ],
    [
      'a panel returns',
      [board({ verbs: { ...panel.verbs, return: { reason: 'optional', to: ['submission'] } } }), final],
      {},
      'stages.panel verbs: only who decides alone can return',
    ],
    [
      'a hearing returns',
      [{ ...hearing, verbs: { ...hearing.verbs, return: { reason: 'optional', to: ['submission'] } } }, final],
      {},
      'stages.hearing verbs: only who decides alone can return',
    ],
    ['a quorum is too large', [board({ quorum: 6 }), final], {}, 'stages.panel quorum: 6 of 5'],
    ['a quorum is none', [board({ quorum: 0 }), final], {}, 'stages.panel quorum: a panel without votes'],
    ['a quorum has too few members', [board({ members: ['a', 'b'] }), final], {}, 'stages.panel quorum: 3 of 2 members'],
    [
      'a member sits twice',
      [board({ members: ['a', 'b', 'b', 'c'] }), final],
      {},
      'stages.panel duplicate-role: every member has one seat',
    ],
    [
      'lines are of no batch',
      [{ ...heads, verbs: { ...heads.verbs, partial: optional } }, final],
      {},
      'stages.heads verbs: only a batch has lines to decide on',
    ],
    [
      'lines fall out beside each other',
      [{ ...beside('a'), verbs: { ...heads.verbs, partial: optional } }, beside('b'), final],
      { groups: [group('all')], lines: { max: 3 } },
      'stages.a verbs: lines do not fall out beside each other',
    ],
    [
      'a note is signed',
      [{ ...machine, signature: 'required' }, final],
      {},
      'stages.machine signature: nothing is decided here that could be signed',
    ],
    [
      'an approval is silent',
      [{ ...heads, deadline: { ...heads.deadline, onPassed: 'silence' } }, final],
      {},
      'stages.heads deadline: silence does not suit approval',
    ],
    [
      'a repair closes',
      [final],
      { repair: { ...heads.deadline, onPassed: 'close' } },
      'repair deadline: close does not suit repair',
    ],
    [
      'one is reminded twice',
      [{ ...heads, deadline: { ...heads.deadline, reminders: [1, 1] } }, final],
      {},
      'stages.heads same-day-twice: one reminder and one escalation for each day',
    ],
    ['a condition always holds', [{ ...heads, when: 'true' }, final], {}, 'stages.heads condition.always: true'],
    ['a condition never holds', [{ ...heads, when: 'false' }, final], {}, 'stages.heads unreachable: false'],
    ['a condition is none', [{ ...heads, when: '1' }, final], {}, 'stages.heads condition.not-a-condition: a number: 1'],
    [
      'an office stands in for itself',
      [{ ...heads, ...standing('DEST_HEAD') }, final],
      {},
      'stages.heads vacancy-loop: DEST_HEAD stands in for itself',
    ],
    [
      'two stand in for each other',
      [
        { ...heads, ...standing('REGENT') },
        { ...final, ...standing('DEST_HEAD', 'rescuer') },
      ],
      {},
      'stages.heads vacancy-loop: DEST_HEAD and REGENT stand in for each other',
    ],
  ])('where %s', (_, stages, more, problem) => expect(told(stages, more)).toContain(problem));

  it('by what there is besides it', () => {
    const all = (more: object, known: object) => told([{ ...heads, ...more }, final], {}, known);
    expect(told([final], { calendar: 'mars' }, { calendars: ['id', 'my'] })).toEqual([
      'calendar unknown-calendar: mars: there are id, my',
    ]);
    expect(all({ act: 'bless' }, { acts: ['decide'] })).toEqual([
      'stages.heads unknown-act: bless: no row of the authority matrix grants it',
    ]);
    const roles = ['EMPLOYEE', 'ORIGIN_HEAD', 'DEST_HEAD', 'HR_HEAD', 'SECRETARY', 'REGENT'];
    const reassigned = { verbs: { ...heads.verbs, reassign: { reason: 'optional', by: ['POPE', 'POPE'] } } } as const;
    expect(all(reassigned, { roles })).toEqual(['stages.heads unknown-role: nobody is POPE']);
    expect(told([final], { initiators: ['POPE'], suspendedBy: ['POPE'] }, { roles })).toEqual([
      'initiators unknown-role: nobody is POPE',
      'suspendedBy unknown-role: nobody is POPE',
    ]);
    const escalated = { ...heads.deadline, escalations: [{ workingDays: 1, to: 'POPE' }] };
    expect(told([final], { repair: escalated }, { roles })).toEqual(['repair unknown-role: nobody is POPE']);
    const seats = { chair: 'POPE', vetoBy: 'BISHOP', rule: 'veto' } as const;
    expect(told([board(seats), final], {}, { roles: [...roles, 'TPK_MEMBER'] })).toEqual([
      'stages.panel unknown-role: nobody is POPE',
      'stages.panel unknown-role: nobody is BISHOP',
    ]);
    expect(told([{ ...heads, ...standing('POPE') }, final], {}, { roles })).toEqual([
      'stages.heads unknown-role: nobody is POPE',
    ]);
  });
});

describe('nothing is wrong', () => {
  it.each<[string, readonly StageDefinition[], Partial<Definition>]>([
    ['with a panel at the end', [heads, panel], {}],
    ['with a sign-off at the end', [heads, signing], {}],
    ['with a panel whose members are just its quorum', [board({ members: ['a', 'b', 'c'], size: 3 }), final], {}],
    ['with a panel of just its quorum', [board({ size: 3, quorum: 3 }), final], {}],
    ['with a panel of one vote', [board({ quorum: 1 }), final], {}],
    ['with a note that is passed in silence', [{ ...note, deadline: { ...heads.deadline, onPassed: 'silence' } }, final], {}],
    [
      'with an answer from outside, which may be sent back',
      [{ ...outside, verbs: { return: { reason: 'optional', to: ['submission'] } } }, final],
      {},
    ],
    ['with a group that asks for all its branches by number', [beside('a'), beside('b'), final], { groups: [group(2)] }],
    ['with a group that asks for one by number', [beside('a'), beside('b'), final], { groups: [group(1)] }],
    [
      'with two groups',
      [beside('a'), beside('b'), { ...beside('c'), group: 'h' }, { ...beside('d'), group: 'h' }, final],
      { groups: [group('all'), group('any', 'h')] },
    ],
    [
      'with offices that stand in for one another in a row',
      [
        { ...heads, ...standing('SECRETARY') },
        { ...final, ...standing('HR_HEAD') },
      ],
      {},
    ],
    [
      'with a row that ends at the first again by waiting',
      [
        { ...heads, ...standing('REGENT') },
        { ...final, vacancy: { policy: 'wait', alert: 'DEST_HEAD' } },
      ],
      {},
    ],
    ['with lines of a batch', [{ ...heads, verbs: { ...heads.verbs, partial: optional } }, final], { lines: { max: 3 } }],
    [
      'with a return to what is earlier',
      [heads, { ...final, verbs: { ...final.verbs, return: { reason: 'optional', to: ['heads', 'submission'] } } }],
      {},
    ],
    [
      'with signatures where somebody decides',
      [
        { ...heads, signature: 'required' },
        { ...final, signature: 'required' },
      ],
      {},
    ],
    ['with what nothing is known of', [{ ...heads, act: 'bless' }, final], { calendar: 'mars' }],
  ])('%s', (_, stages, more) => expect(told(stages, more)).toEqual([]));
});
