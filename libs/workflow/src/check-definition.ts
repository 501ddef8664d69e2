import { CASE } from './evolve-tasks.js';
import { problemsOfGroups } from './check-groups.js';
import { problemsOfRoles } from './check-roles.js';
import { problemsOfDeadline, problemsOfStage, problemsOfTerm } from './check-stage.js';
import type { Fields } from './condition-types.js';
import type { Definition } from './definition.js';
import type { Role } from './people.js';

/** What would go wrong with a definition, and where. For its author, so in plain English. */
export type DefinitionProblem = Readonly<{ at: string; code: string; about: string }>;

/** What there is besides the definition: it can speak of nothing else. What is absent is not looked at. */
export type Known = Readonly<{
  /** What the domain puts into a case's context, which conditions may read. */
  fields: Fields;
  /** The roles that the domain finds somebody for. */
  roles?: readonly Role[];
  /** The acts that the authority matrix grants to anybody. */
  acts?: readonly string[];
  /** The calendars by which deadlines can be reckoned. */
  calendars?: readonly string[];
}>;

/** Names that every object answers to, so that a table asked for them would find what nobody put there. */
export const isReserved = (name: string): boolean => name in Object.prototype;

/** What the schema cannot see of a definition. Empty: it may be published. */
export const checkDefinition = (definition: Definition, known: Known): readonly DefinitionProblem[] => {
  const { stages, initiators, repair, calendar } = definition;
  const problems: DefinitionProblem[] = [];
  const found = (at: string, code: string, about: string) => problems.push({ at, code, about });

  if (initiators.length === 0) found('initiators', 'nobody-starts', 'no role may start a case');
  if (calendar !== undefined && known.calendars?.includes(calendar) === false)
    found('calendar', 'unknown-calendar', `${calendar}: there are ${known.calendars.join(', ')}`);
  problems.push(...problemsOfDeadline(repair, 'repair', 'repair'));
  if (definition.deadline) problems.push(...problemsOfTerm(definition.deadline, 'deadline'));
  if (definition.answering) problems.push(...problemsOfTerm(definition.answering, 'answering'));
  const last = stages.at(-1);
  if (!last) found('stages', 'no-stages', 'there is nothing to decide');
  if (last && !['approval', 'panel', 'signoff'].includes(last.kind))
    found(`stages.${last.key}`, 'undecided', 'the last stage must decide');
  if (last?.when !== undefined) found(`stages.${last.key}`, 'undecided', 'the last stage may not be skipped');

  const keys = stages.map(({ key }) => key);
  stages.forEach((stage, index) => {
    const at = `stages.${stage.key}`;
    if (keys.indexOf(stage.key) !== index) found(at, 'duplicate-key', stage.key);
    if (stage.key === 'submission') found(at, 'duplicate-key', '`submission` is the proposer');
    for (const [name, part] of [
      ['key', stage.key],
      ['group', stage.group],
      ['branch', stage.branch],
    ] as const)
      if (part !== undefined && isReserved(part))
        found(at, 'reserved-name', `${part} is no ${name}: it has a meaning of its own in JavaScript`);
    if (stage.key === CASE) found(at, 'duplicate-key', '`case` is the case as a whole');
    for (const to of stage.verbs.return?.to ?? []) {
      const target = keys.indexOf(to);
      if (to !== 'submission' && (target < 0 || target >= index)) found(at, 'return-target', `${to} is not an earlier stage`);
    }
    problems.push(...problemsOfStage(stage, at, definition, known));
  });
  for (const set of definition.fourEyes) {
    for (const key of set) if (key !== 'submission' && !keys.includes(key)) found('fourEyes', 'unknown-stage', key);
    if (new Set(set).size < 2) found('fourEyes', 'too-few-eyes', set.join());
  }
  return [...problems, ...problemsOfGroups(definition), ...problemsOfRoles(definition, known.roles)];
};
