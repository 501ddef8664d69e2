import type { Definition } from '@app/workflow';
import { differencesOf } from './differences.js';
import { loadedOf } from './read.js';

const stage = (key: string, more: object = {}) => ({
  key,
  kind: 'approval' as const,
  title: { id: key, en: `the ${key}` },
  actor: 'HEAD',
  verbs: { approve: { reason: 'optional' as const } },
  ...more,
});
const definition = (stages: Definition['stages'], more: Partial<Definition> = {}): Definition => ({
  id: 'leave',
  version: 1,
  title: { id: 'cuti', en: 'leave' },
  initiators: ['EMPLOYEE'],
  repair: { workingDays: 1, onPassed: 'wait', reminders: [], escalations: [] },
  fourEyes: [],
  stages,
  ...more,
});
const between = (before: Definition, after: Definition) =>
  differencesOf(loadedOf(before), loadedOf(after)).map(({ at, kind, before: was, after: is }) => [at, kind, was, is]);
const [a, b, c] = ['a', 'b', 'c'].map((key) => stage(key)) as [
  ReturnType<typeof stage>,
  ReturnType<typeof stage>,
  ReturnType<typeof stage>,
];

describe('two versions of a definition', () => {
  it('that say the same have no difference, whatever their number', () =>
    expect(between(definition([a, b]), definition([a, b], { version: 2 }))).toEqual([]));

  it('differ by what was changed within a stage', () =>
    expect(between(definition([a, b]), definition([a, stage('b', { when: 'days > 3', actor: 'REGENT' })]))).toEqual([
      ['stages.b.actor', 'changed', 'HEAD', 'REGENT'],
      ['stages.b.when', 'added', undefined, 'days > 3'],
    ]));

  it('differ by a stage that came and one that went', () =>
    expect(between(definition([a, b]), definition([b, c]))).toEqual([
      ['stages.a', 'removed', a, undefined],
      ['stages.c', 'added', undefined, c],
    ]));

  it('differ by the one stage that was moved, not by all it went past', () =>
    expect(between(definition([a, b, c]), definition([b, c, a]))).toEqual([['stages.a', 'moved', 1, 3]]));

  it('differ by a title as a whole, and by a list of words as a whole', () =>
    expect(between(definition([a]), definition([a], { title: { id: 'cuti', en: 'holiday' }, initiators: ['HEAD'] }))).toEqual([
      ['title', 'changed', { id: 'cuti', en: 'leave' }, { id: 'cuti', en: 'holiday' }],
      ['initiators', 'changed', ['EMPLOYEE'], ['HEAD']],
    ]));

  it('differ by their dossiers', () => {
    const schema = (maximum: number) => ({ type: 'object', properties: { days: { type: 'integer', maximum } } });
    expect(differencesOf(loadedOf(definition([a]), schema(12)), loadedOf(definition([a]), schema(14)))).toEqual([
      { at: 'dossier.properties.days.maximum', kind: 'changed', before: 12, after: 14 },
    ]);
  });

  it('name the stage in which they differ', () =>
    expect(differencesOf(loadedOf(definition([a])), loadedOf(definition([stage('a', { actor: 'REGENT' })])))).toMatchObject([
      { within: { id: 'a', en: 'the a' } },
    ]));
});
