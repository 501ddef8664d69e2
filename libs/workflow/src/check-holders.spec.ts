import { checkDefinition, isReserved } from './check-definition.js';
import { unrescuedOf, warningsOf } from './check-holders.js';
import type { Definition, StageDefinition } from './definition.js';
import { definitionOf, final, heads, hearing } from './testing.js';

const legal: StageDefinition = { ...heads, key: 'legal', actor: 'HR_OFFICER', group: 'g' };
const finance: StageDefinition = { ...heads, key: 'finance', actor: 'HR_OFFICER', group: 'g' };
const groups = [{ key: 'g', title: { id: 'x', en: 'x' }, join: 'all' }] as const;
const warned = (stages: readonly StageDefinition[], more: Partial<Definition>) =>
  warningsOf(definitionOf([...stages, final], { groups, fourEyes: [], ...more })).map(({ at, code }) => `${at} ${code}`);

describe('two stages of one office', () => {
  it('are warned of where one person may not act at both', () => {
    expect(warned([legal, finance], { oncePerCase: true })).toEqual(['stages.finance one-holder']);
    expect(warned([legal, finance], { fourEyes: [['legal', 'finance']] })).toEqual(['stages.finance one-holder']);
  });
  it('are not where he may, where somebody stands in, or where somebody is merely heard', () => {
    expect(warned([legal, finance], {})).toEqual([]);
    expect(warned([legal, finance], { fourEyes: [['legal', 'final']] })).toEqual([]);
    const rescued: StageDefinition = { ...finance, vacancy: { policy: 'rescuer', role: 'HR_HEAD' } };
    expect(warned([legal, rescued], { oncePerCase: true })).toEqual([]);
    expect(warned([legal, { ...finance, vacancy: { policy: 'wait', alert: 'HR_HEAD' } }], { oncePerCase: true })).toHaveLength(1);
    expect(warned([hearing, { ...heads, actor: 'EMPLOYEE' }], { oncePerCase: true })).toEqual([]);
  });
  it('of a sign-off are those of each of its groups', () => {
    const title = { id: 'x', en: 'x' };
    const signoff: StageDefinition = {
      ...{
        kind: 'signoff',
        key: 'all',
        title,
        actor: 'AUDITOR',
        groups: ['AUDITOR', 'HR_OFFICER'].map((role) => ({ role, title })),
      },
      verbs: { approve: { reason: 'optional' } },
    };
    expect(warned([legal, signoff], { oncePerCase: true })).toEqual(['stages.all one-holder']);
  });
});

describe('a stage that waits while its office is vacant', () => {
  it('is one that people act at, of an office, with nobody who stands in', () => {
    const rescued: StageDefinition = { ...finance, vacancy: { policy: 'rescuer', role: 'HR_HEAD' } };
    expect(unrescuedOf(definitionOf([legal, rescued, hearing, final], { groups, fourEyes: [] }))).toEqual([
      { stage: 'legal', role: 'HR_OFFICER' },
      { stage: final.key, role: final.actor },
    ]);
  });
});

describe('a name that every object answers to', () => {
  it.each(['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'])('%s is no name of a stage', (name) => {
    expect(isReserved(name)).toBe(true);
    const problems = checkDefinition(definitionOf([{ ...heads, key: name }, final], { fourEyes: [] }), { fields: {} });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'reserved-name' }));
  });
  it('is none of a group or a branch either', () => {
    const stage: StageDefinition = { ...heads, group: 'constructor', branch: 'valueOf' };
    const codes = checkDefinition(definitionOf([stage, final]), { fields: {} }).filter(({ code }) => code === 'reserved-name');
    expect(codes).toHaveLength(2);
    expect(isReserved('heads')).toBe(false);
  });
});
