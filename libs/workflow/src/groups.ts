import type { Definition, ParallelGroup, StageDefinition } from './definition.js';
import type { Case, Passage } from './state.js';

/** How a branch of a parallel group stands in a round. `skipped`: none of its stages applied. */
export type BranchState = 'running' | 'passed' | 'failed' | 'skipped';

/** The indexes of a group's stages, by branch, both in the order of the definition. */
export const branchesOf = ({ stages }: Definition, group: string): readonly (readonly number[])[] => {
  const branches = new Map<string, number[]>();
  stages.forEach((stage, index) => {
    if (stage.group !== group) return;
    const branch = branchOf(stage);
    const known = branches.get(branch);
    if (known) known.push(index);
    else branches.set(branch, [index]);
  });
  return [...branches.values()];
};

export const branchOf = ({ branch, key }: StageDefinition): string => branch ?? key;

/** The index that follows a group, or that of the stage itself where it belongs to none. */
export const afterGroup = ({ stages }: Definition, group: string): number =>
  stages.findLastIndex((stage) => stage.group === group) + 1;

/** What the stages of a round came to, the newest passage of each. */
export const outcomesIn = (passages: readonly Passage[], round: number): Map<string, Passage['outcome']> =>
  new Map(passages.filter((passage) => passage.round === round).map(({ stage, outcome }) => [stage, outcome]));

/** How a branch stands, by the outcomes of its stages. A stage without one has still to be gone through. */
export const branchState = (
  { stages }: Definition,
  branch: readonly number[],
  outcomes: ReadonlyMap<string, Passage['outcome']>,
): BranchState => {
  const reached = branch.map((index) => outcomes.get(stages[index]?.key ?? ''));
  if (reached.includes('failed')) return 'failed';
  if (reached.some((outcome) => outcome === undefined || outcome === 'superseded' || outcome === 'returned')) return 'running';
  return reached.every((outcome) => outcome === 'skipped') ? 'skipped' : 'passed';
};

/**
 * What a group comes to: `passed` once as many branches are as its join asks for, `failed` once they can't be had any more.
 * Branches none of whose stages applied are not counted on either side.
 */
export const joined = (join: ParallelGroup['join'], states: readonly BranchState[]): 'open' | 'passed' | 'failed' => {
  const standing = states.filter((state) => state !== 'skipped');
  const needed = join === 'all' ? standing.length : Math.min(join === 'any' ? 1 : join, standing.length);
  if (standing.filter((state) => state === 'passed').length >= needed) return 'passed';
  return standing.filter((state) => state !== 'failed').length < needed ? 'failed' : 'open';
};

/** The group that a stage names. One that the definition lacks joins all. */
export const groupOf = ({ groups }: Definition, key: string): ParallelGroup =>
  groups?.find((group) => group.key === key) ?? { key, title: { id: key, en: key }, join: 'all' };

/** The stages of a group whose decision stands when the case comes back to it after a return: those passed in the round it was returned in. */
export const keptIn = ({ passages }: Pick<Case, 'passages'>, returner: string): ReadonlyMap<string, number> => {
  const round = passages.findLast(({ stage, outcome }) => stage === returner && outcome === 'returned')?.round ?? 0;
  const stands = passages.filter(
    (passage) => passage.round === round && (passage.outcome === 'passed' || passage.outcome === 'silent'),
  );
  return new Map(stands.map(({ stage }) => [stage, round]));
};
