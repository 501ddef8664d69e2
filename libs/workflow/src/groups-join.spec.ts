import type { Definition, ParallelGroup } from './definition.js';
import { type BranchState, branchesOf, branchState, groupOf, joined, keptIn, outcomesIn } from './groups.js';
import type { Passage } from './state.js';
import { at, definitionOf, final, heads } from './testing.js';

const beside = (key: string, branch?: string) => ({ ...heads, key, group: 'g', ...(branch !== undefined && { branch }) });
const definition: Definition = definitionOf([heads, beside('a', 'x'), beside('b', 'x'), beside('c'), final], { fourEyes: [] });
const passage = (stage: string, outcome: Passage['outcome'], round = 1): Passage => ({
  ...{ stage, outcome, round },
  ...{ openedAt: at, closedAt: at, votes: [] },
});

describe('a branch of a parallel group', () => {
  it('has the stages that name it, in the order of the definition; one that names none is a branch by itself', () =>
    expect(branchesOf(definition, 'g')).toEqual([[1, 2], [3]]));

  it.each<[string, readonly (Passage['outcome'] | undefined)[], BranchState]>([
    ['nothing was reached', [undefined, undefined], 'running'],
    ['the first was passed', ['passed', undefined], 'running'],
    ['the first was skipped', ['skipped', undefined], 'running'],
    ['both were passed', ['passed', 'passed'], 'passed'],
    ['one was passed in silence', ['silent', 'passed'], 'passed'],
    ['one applied and was passed', ['skipped', 'passed'], 'passed'],
    ['none applied', ['skipped', 'skipped'], 'skipped'],
    ['one failed', ['passed', 'failed'], 'failed'],
    ['the first failed', ['failed', undefined], 'failed'],
    ['one was not needed any more', ['passed', 'superseded'], 'running'],
    ['one sent the case back', ['passed', 'returned'], 'running'],
  ])('in which %s is so', (_, [first, second], state) => {
    const reached = new Map<string, Passage['outcome']>();
    if (first) reached.set('a', first);
    if (second) reached.set('b', second);
    expect(branchState(definition, [1, 2], reached)).toBe(state);
  });
});

describe('a parallel group', () => {
  const [p, f, r, s] = ['passed', 'failed', 'running', 'skipped'] as const;
  it.each<[ParallelGroup['join'], readonly BranchState[], 'open' | 'passed' | 'failed']>([
    ['all', [p, p, p], 'passed'],
    ['all', [p, r, p], 'open'],
    ['all', [p, f, r], 'failed'],
    ['all', [p, s, p], 'passed'],
    ['all', [s, s], 'passed'],
    ['any', [r, r], 'open'],
    ['any', [r, p], 'passed'],
    ['any', [f, r], 'open'],
    ['any', [f, f], 'failed'],
    ['any', [s, f], 'failed'],
    ['any', [s, s], 'passed'],
    [2, [p, r, r], 'open'],
    [2, [p, p, r], 'passed'],
    [2, [p, f, r], 'open'],
    [2, [f, f, p], 'failed'],
    [2, [p, s, s], 'passed'],
    [2, [p, s, r], 'open'],
  ])('that asks for %s of %j is %s', (join, states, outcome) => expect(joined(join, states)).toBe(outcome));
});

describe('what stands of a group when the case comes back to it', () => {
  const passages = [
    passage('a', 'passed'),
    passage('c', 'returned'),
    passage('a', 'passed', 2),
    passage('b', 'silent', 2),
    passage('heads', 'returned', 2),
    passage('c', 'returned', 2),
    passage('a', 'failed', 3),
    passage('b', 'returned', 3),
  ];
  it('is what was passed, also in silence, in the newest round in which that stage sent it back', () => {
    expect(keptIn({ passages }, 'c')).toEqual(
      new Map([
        ['a', 2],
        ['b', 2],
      ]),
    );
    expect(keptIn({ passages: passages.slice(0, 2) }, 'c')).toEqual(new Map([['a', 1]]));
    expect(keptIn({ passages }, 'b')).toEqual(new Map());
    expect(keptIn({ passages }, 'final')).toEqual(new Map());
  });
  it('is told by round', () => {
    expect(outcomesIn(passages, 1)).toEqual(new Map(Object.entries({ a: 'passed', c: 'returned' })));
    expect(outcomesIn(passages, 3)).toEqual(new Map(Object.entries({ a: 'failed', b: 'returned' })));
  });
});

describe('the group that a stage names', () => {
  const groups = ['f', 'g'].map((key) => ({ key, title: heads.title, join: 'any' as const }));
  it('is that of its key, and one that the definition lacks joins all', () => {
    expect(groupOf({ ...definition, groups }, 'g')).toBe(groups[1]);
    const all = { key: 'h', title: { id: 'h', en: 'h' }, join: 'all' };
    expect(groupOf({ ...definition, groups }, 'h')).toEqual(all);
    expect(groupOf(definition, 'h')).toEqual(all);
  });
});
