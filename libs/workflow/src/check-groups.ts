import type { DefinitionProblem } from './check-definition.js';
import type { Definition } from './definition.js';
import { branchesOf } from './groups.js';

/** What is wrong with what runs beside each other. */
export const problemsOfGroups = (definition: Definition): readonly DefinitionProblem[] => {
  const { stages, groups = [] } = definition;
  const problems: DefinitionProblem[] = [];
  const found = (at: string, code: string, about: string) => problems.push({ at, code, about });

  for (const { key, group, branch } of stages) {
    if (group === undefined && branch !== undefined) found(`stages.${key}`, 'branch-alone', `${branch} is in no group`);
    if (group !== undefined && !groups.some((each) => each.key === group))
      found(`stages.${key}`, 'unknown-group', `there is no group ${group}`);
  }
  const keys = groups.map(({ key }) => key);
  groups.forEach(({ key, join }, index) => {
    const at = `groups.${key}`;
    if (keys.indexOf(key) !== index) found(at, 'duplicate-key', key);
    const places = stages.flatMap((stage, place) => (stage.group === key ? [place] : []));
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return found(at, 'empty-group', 'no stage is in it');
    if (last - first + 1 > places.length) found(at, 'scattered', 'its stages do not follow one another');
    const branches = branchesOf(definition, key);
    if (branches.length === 1) found(at, 'branch-alone', 'there is nothing beside its one branch');
    if (typeof join === 'number' && join > branches.length) found(at, 'join', `${join} of ${branches.length} branches`);
    if (typeof join === 'number' && join < 1) found(at, 'join', 'a group that asks for no branch');
    return undefined;
  });
  return problems;
};
