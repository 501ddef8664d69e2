import { actAt, type AuthorityMatrix, type AuthorityRow, rowFor } from './authority-matrix.js';
import type { StageDefinition } from './definition.js';
import { definitionOf, final, heads, hearing, holds, machine, panel } from './testing.js';

const text = { id: 'x', en: 'x' };
const note: StageDefinition = { kind: 'acknowledgement', key: 'note', title: text, actor: 'HEAD', verbs: {} };
const definition = definitionOf([heads, hearing, machine, panel, note, final]);
const row = (more: Partial<AuthorityRow> = {}): AuthorityRow => ({
  ...{ id: 'r', acts: ['decide'], kinds: ['definitive'], basis: 'UU 30/2014', hash: 'h' },
  ...{ from: '2026-03-02', until: '2026-03-04', ...more },
});
const matrixOf = (rows: readonly AuthorityRow[], acts: AuthorityMatrix['acts'] = {}): AuthorityMatrix => ({
  version: 'm',
  acts,
  rows,
});

describe('the act that a stage comes to', () => {
  it.each<[string, StageDefinition, AuthorityMatrix['acts'], string]>([
    ['of an approval is an endorsement', heads, {}, 'endorse'],
    ['of the last stage is the decision', final, {}, 'decide'],
    ['of a hearing is a statement', hearing, {}, 'state'],
    ['of a panel is a consideration', panel, {}, 'consider'],
    ['of a note is taking note', note, {}, 'acknowledge'],
    ['is what the matrix says of its key', heads, { heads: 'accept' }, 'accept'],
    ['is what the matrix says of this definition before that', heads, { heads: 'accept', 'test/heads': 'release' }, 'release'],
    ['is not what the matrix says of another definition', heads, { 'other/heads': 'release' }, 'endorse'],
    ['is what the stage names before all', { ...heads, act: 'verify' }, { heads: 'accept', 'test/heads': 'release' }, 'verify'],
    ['of the last stage may be named as well', final, { final: 'appoint' }, 'appoint'],
  ])('%s', (_, stage, acts, act) => expect(actAt(definition, stage, matrixOf([], acts))).toBe(act));
});

describe('a row of the authority matrix', () => {
  const regent = holds('regent', 'regent');
  const found = (matrix: AuthorityMatrix, day: string, act = 'decide', holding = regent) => rowFor(matrix, act, holding, day)?.id;
  it.each([
    ['2026-03-01', undefined],
    ['2026-03-02', 'r'],
    ['2026-03-04', 'r'],
    ['2026-03-05', undefined],
  ])('is law from its first day to its last: on %s %s', (day, id) => expect(found(matrixOf([row()]), day)).toBe(id));
  it('may be law without end', () => expect(found(matrixOf([row({ until: null })]), '2099-01-01')).toBe('r'));
  it('grants its acts to its kinds of holders alone', () => {
    const matrix = matrixOf([row()]);
    expect(found(matrix, '2026-03-02', 'propose')).toBeUndefined();
    expect(found(matrix, '2026-03-02', 'decide', holds('x', 'regent', { kind: 'acting' }))).toBeUndefined();
  });
  it('grants them to its kinds of positions alone, where it names any', () => {
    const matrix = matrixOf([row({ positions: ['AGENCY'] })]);
    const held = (more: object) => found(matrix, '2026-03-02', 'decide', { ...regent, ...more });
    expect([held({ position: 'AGENCY' }), held({ position: 'SCHOOL' }), held({})]).toEqual(['r', undefined, undefined]);
    expect(found(matrixOf([row()]), '2026-03-02', 'decide', { ...regent, position: 'SCHOOL' })).toBe('r');
  });
  it('is the first of several that grant it, and is found again with the same answer', () => {
    const matrix = matrixOf([row({ acts: ['propose'], id: 'no' }), row({ id: 'first' }), row({ id: 'second' })]);
    expect([1, 2, 3].map(() => found(matrix, '2026-03-03'))).toEqual(['first', 'first', 'first']);
    expect([1, 2].map(() => found(matrix, '2026-03-09'))).toEqual([undefined, undefined]);
  });
});
