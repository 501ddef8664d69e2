import type { StageDefinition } from './definition.js';
import { answering, asking, suspending } from './decide/testing.js';
import {
  after,
  at,
  cancelling,
  calendar,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  starting,
  submitting,
  withdrawing,
} from './testing.js';

const ask: StageDefinition = { ...heads, verbs: { ...heads.verbs, ask: {} } };
const title = { id: 'x', en: 'x' };
const begun = (stages: readonly StageDefinition[] = [ask, final], join: 'all' | 'any' = 'all') => [
  starting(
    definitionOf(stages, {
      fourEyes: [],
      suspendedBy: ['SECRETARY'],
      ...(stages.some(({ group }) => group) && { groups: [{ key: 'g', title, join }] }),
    }),
  ),
  submitting(),
];
const asked = [...begun(), asking('heads', 'dest')];
const lapsed = (by: string, stage = 'heads') =>
  ({ type: 'InformationLapsed', data: { stage, round: 1, of: 'ORIGIN_HEAD', by, at } }) as const;

describe('what was asked and not answered', () => {
  it.each(['approve', 'reject', 'return'] as const)('lapses where its stage is decided without it: %s', (verdict) => {
    const { decision } = after(...asked).when(deciding('heads', 'dest', verdict));
    if (decision instanceof Error) throw decision;
    expect(decision.slice(1, 3)).toMatchObject([lapsed('dest'), { type: 'StageClosed' }]);
  });
  it('lapses where the case is taken back, or ended from outside', () => {
    const end = { stage: 'heads', round: 1, reason: 'because', at };
    after(...asked)
      .when(withdrawing('origin'))
      .then(lapsed('origin'), { type: 'CaseClosed', data: { ...end, outcome: 'withdrawn', by: 'origin' } });
    after(...asked, suspending('secretary'))
      .when(cancelling('hrhead'))
      .then(lapsed('hrhead'), { type: 'CaseClosed', data: { ...end, outcome: 'cancelled', by: 'hrhead' } });
  });
  it('lapses once where another branch makes its stage needless, and the case ends by that', () => {
    const beside: StageDefinition = { ...ask, key: 'legal', actor: 'HR_OFFICER', group: 'g' };
    const there = [...begun([{ ...ask, group: 'g' }, beside, final], 'any'), asking('heads', 'dest'), asking('legal', 'officer')];
    after(...there)
      .when(deciding('legal', 'officer'))
      .thenTypes('DecisionMade', 'InformationLapsed', 'StageClosed', 'InformationLapsed', 'StageClosed', 'StageOpened');
    const one = [...begun([{ ...ask, group: 'g' }, beside, final], 'any'), asking('heads', 'dest')];
    after(...one)
      .when(deciding('legal', 'officer'))
      .thenTypes('DecisionMade', 'StageClosed', 'InformationLapsed', 'StageClosed', 'StageOpened');
    after(...there)
      .when(withdrawing('origin'))
      .thenTypes('InformationLapsed', 'StageClosed', 'InformationLapsed', 'CaseClosed');
  });
  it('does not lapse where it was answered, nor where the case goes on under another version', () => {
    after(...asked, answering('heads', 'origin'))
      .when(deciding('heads', 'dest'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    after(...asked)
      .when({
        type: 'Migrate',
        data: {
          ...{ by: 'system:migration', at, directory, calendar, orderedBy: 'hrhead', reason: 'circular', timers: 'keep' },
          ...{ definition: definitionOf([ask, final], { version: 2 }), definitionHash: 'def2', mapping: {} },
        },
      })
      .thenTypes('CaseMigrated', 'StageClosed', 'StageOpened');
  });
});
