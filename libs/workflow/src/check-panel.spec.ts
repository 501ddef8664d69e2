import { checkDefinition } from './check-definition.js';
import type { PanelStage, StageDefinition } from './definition.js';
import { definitionOf, final as last, panel } from './testing.js';

const optional = { reason: 'optional' } as const;
const final: StageDefinition = { ...last, verbs: { ...last.verbs, return: { reason: 'optional', to: ['submission'] } } };
const board = (more: Partial<PanelStage>): StageDefinition => ({ ...panel, ...more });
const told = (stage: StageDefinition) =>
  checkDefinition(definitionOf([stage, final], { fourEyes: [] }), { fields: {} }).map(
    ({ at, code, about }) => `${at} ${code}: ${about}`,
  );

describe('whoever writes a panel down is told where it contradicts itself, and what to do', () => {
  it.each<[string, StageDefinition, string]>([
    [
      'seats are more than members',
      board({ members: ['a', 'b', 'c', 'd'] }),
      'stages.panel.members seats: 5 seats, but 4 members: name as many as there are seats, or say size: 4',
    ],
    [
      'members are more than seats',
      board({ members: ['a', 'b', 'c', 'd'], size: 3 }),
      'stages.panel.members seats: 3 seats, but 4 members: name as many as there are seats, or say size: 4',
    ],
    [
      'a chair has no tie to break',
      board({ rule: 'unanimous', chair: 'first' }),
      'stages.panel.chair chair: one vote against decides under rule: unanimous, so that there is no tie to break: leave out the chair, or say rule: majority',
    ],
    [
      'a chair has no tie to break either where everybody has a veto',
      board({ rule: 'veto', chair: 'REGENT' }),
      'stages.panel.chair chair: one vote against decides under rule: veto, so that there is no tie to break: leave out the chair, or say rule: majority',
    ],
    [
      'a veto is none',
      board({ rule: 'majority', vetoBy: 'REGENT' }),
      'stages.panel.vetoBy veto: nobody has a veto under rule: majority: say rule: veto, or leave out vetoBy',
    ],
    [
      'nobody can cast the veto',
      board({ rule: 'veto', vetoBy: 'REGENT', verbs: { approve: optional } }),
      'stages.panel.verbs veto: a veto is a vote against, and nobody can vote against here: offer the verb reject',
    ],
  ])('where %s', (_, stage, problem) => expect(told(stage)).toEqual([problem]));
  it('and of all of it at once', () =>
    expect(told(board({ rule: 'unanimous', chair: 'first', vetoBy: 'REGENT', members: ['a', 'b', 'c'] }))).toMatchObject([
      expect.stringContaining('stages.panel.members seats'),
      expect.stringContaining('stages.panel.chair chair'),
      expect.stringContaining('stages.panel.vetoBy veto'),
    ]));

  it.each<[string, StageDefinition]>([
    ['with a panel whose chair breaks ties', board({ chair: 'first' })],
    ['with a veto of everybody', board({ rule: 'veto' })],
    ['with a veto of one, the rest going by majority', board({ rule: 'veto', vetoBy: 'REGENT', chair: 'first' })],
    ['with a panel that can only agree', board({ verbs: { approve: optional } })],
    ['with a panel that must agree', board({ rule: 'unanimous' })],
  ])('and nothing is wrong %s', (_, stage) => expect(told(stage)).toEqual([]));
});
