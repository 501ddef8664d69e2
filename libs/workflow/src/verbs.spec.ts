import type { StageDefinition, Verbs } from './definition.js';
import { caseVerbs, type StageVerb, stageVerbs } from './index.js';
import { definitionOf, final, heads, hearing, machine, panel } from './testing.js';

const every: Verbs = {
  ...{ approve: { reason: 'optional' }, reject: { reason: 'required' }, return: { reason: 'required', to: ['submission'] } },
  ...{ ask: {}, claim: true, reassign: { reason: 'required' }, advise: {}, recuse: { reason: 'required' } },
};
const at = (kind: StageDefinition, verbs: Verbs = every): StageDefinition => ({ ...kind, verbs });
const offeredAt = (stage: StageDefinition) =>
  (Object.keys(stageVerbs) as StageVerb[]).filter((verb) => stageVerbs[verb].offered(stage)).sort();

describe('the verbs that a stage offers', () => {
  it('are those that its definition names, where one person acts', () => {
    expect(offeredAt(at(heads))).toEqual(
      [
        ...['approve', 'reject', 'return', 'ask', 'answer', 'claim', 'unclaim', 'reassign'],
        ...['add-adviser', 'advise', 'recuse'],
      ].sort(),
    );
  });

  it('are none besides deciding where it names none', () => {
    expect(offeredAt(at(heads, { approve: { reason: 'optional' } }))).toEqual(['approve']);
  });

  it.each([
    ['ask', ['answer', 'ask']],
    ['advise', ['add-adviser', 'advise']],
    ['recuse', ['recuse']],
    ['claim', ['claim', 'unclaim']],
    ['reassign', ['reassign', 'unclaim']],
  ] as const)('are what goes with %s, and no more', (verb, offered) => {
    expect(offeredAt(at(heads, { [verb]: every[verb] }))).toEqual(offered);
  });

  it('leave out what is for one, in a panel, and everything that is for people, where a machine decides', () => {
    expect(offeredAt(at(panel))).toEqual(expect.arrayContaining(['ask', 'advise', 'recuse']));
    for (const verb of ['claim', 'unclaim', 'reassign'] as const) expect(offeredAt(at(panel))).not.toContain(verb);
    expect(offeredAt(at(machine))).toEqual([]);
  });

  it('are an answer where one comes from outside, and decisions in part where lines can be decided', () => {
    const offering = (stage: StageDefinition) => [
      stageVerbs['record-answer'].offered(stage),
      stageVerbs.partial.offered({ ...stage, verbs: { partial: { reason: 'optional' } } }),
    ];
    const text = { id: 'BKN', en: 'BKN' };
    const outside: StageDefinition = { kind: 'external', key: 'bkn', title: text, actor: 'HR_OFFICER', verbs: {}, from: text };
    expect([heads, panel, hearing, machine, outside, { ...heads, group: 'g' }].map(offering)).toEqual([
      [false, true],
      [false, true],
      [false, false],
      [false, false],
      [true, false],
      [false, false],
    ]);
  });

  it('take a reason where the definition asks for one', () => {
    expect(stageVerbs.recuse.reason(at(heads))).toBe('required');
    expect(stageVerbs.reassign.reason(at(heads))).toBe('required');
    expect(stageVerbs.reject.reason(at(heads))).toBe('required');
    expect(stageVerbs.approve.reason(at(heads))).toBe('optional');
    expect(stageVerbs.recuse.reason(at(heads, {}))).toBe('optional');
  });
});

describe('the verbs of a case', () => {
  const offered = (verb: 'suspend' | 'resume' | 'cancel', more: object) =>
    caseVerbs[verb].offered(definitionOf([final], { cancelledBy: [], ...more }));
  it('are for those whom the definition names', () => {
    expect([offered('suspend', {}), offered('resume', {}), offered('cancel', {})]).toEqual([false, false, false]);
    expect([offered('suspend', { suspendedBy: [] }), offered('resume', { suspendedBy: [] })]).toEqual([false, false]);
    expect([offered('suspend', { suspendedBy: ['REGENT'] }), offered('resume', { suspendedBy: ['REGENT'] })]).toEqual([
      true,
      true,
    ]);
    expect(offered('cancel', { cancelledBy: ['REGENT'] })).toBe(true);
  });
  it('say why where somebody takes something away', () => {
    const definition = definitionOf([final]);
    expect([
      caseVerbs.suspend.reason(definition),
      caseVerbs.cancel.reason(definition),
      caseVerbs.withdraw.reason(definition),
    ]).toEqual(['required', 'required', 'required']);
    expect(caseVerbs.resume.reason(definition)).toBe('optional');
  });
});
