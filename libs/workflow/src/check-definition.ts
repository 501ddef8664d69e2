import { type Fields, holds, problemsOf } from './conditions.js';
import type { Deadline, Definition, StageDefinition } from './definition.js';
import { kindOf } from './stages/index.js';

/** What would go wrong with a definition, and where. For its author, so in plain English. */
export type DefinitionProblem = Readonly<{ at: string; code: string; about: string }>;

/** What there is besides the definition: it can speak of nothing else. */
export type Known = Readonly<{
  /** What the domain puts into a case's context, which conditions may read. */
  fields: Fields;
}>;

/** What the schema cannot see of a definition. Empty: it may be published. */
export const checkDefinition = (definition: Definition, { fields }: Known): readonly DefinitionProblem[] => {
  const { stages, initiators, repair } = definition;
  const problems: DefinitionProblem[] = [];
  const found = (at: string, code: string, about: string) => problems.push({ at, code, about });

  if (initiators.length === 0) found('initiators', 'nobody-starts', 'no role may start a case');
  problems.push(...problemsOfDeadline(repair, 'repair', 'repair'));
  const last = stages.at(-1);
  if (!last) found('stages', 'no-stages', 'there is nothing to decide');
  if (last && last.kind !== 'approval' && last.kind !== 'panel')
    found(`stages.${last.key}`, 'undecided', 'the last stage must decide');
  if (last?.when !== undefined) found(`stages.${last.key}`, 'undecided', 'the last stage may not be skipped');

  const keys = stages.map(({ key }) => key);
  stages.forEach((stage, index) => {
    const at = `stages.${stage.key}`;
    if (keys.indexOf(stage.key) !== index) found(at, 'duplicate-key', stage.key);
    if (stage.key === 'submission') found(at, 'duplicate-key', '`submission` is the proposer');
    for (const to of stage.verbs.return?.to ?? []) {
      const target = keys.indexOf(to);
      if (to !== 'submission' && (target < 0 || target >= index)) found(at, 'return-target', `${to} is not an earlier stage`);
    }
    problems.push(...problemsOfKind(stage, at), ...problemsOfCondition(stage, at, fields));
  });
  for (const set of definition.fourEyes) {
    for (const key of set) if (key !== 'submission' && !keys.includes(key)) found('fourEyes', 'unknown-stage', key);
    if (new Set(set).size < 2) found('fourEyes', 'too-few-eyes', set.join());
  }
  return problems;
};

const problemsOfKind = (stage: StageDefinition, at: string): readonly DefinitionProblem[] => {
  const problems: DefinitionProblem[] = [];
  const found = (code: string, about: string) => problems.push({ at, code, about });
  const { forPeople, collegial } = kindOf(stage);
  const { approve, reject, return: back } = stage.verbs;
  if (forPeople && !approve) found('no-way-on', 'nobody can approve here');
  if (!forPeople && (approve ?? reject ?? back)) found('verbs', 'no person acts here');
  if (back && (collegial || stage.kind === 'consent')) found('verbs', 'only an approval can return');
  if (stage.kind === 'panel') {
    if (stage.quorum > stage.size) found('quorum', `${stage.quorum} of ${stage.size}`);
    if (stage.quorum < 1) found('quorum', 'a panel without votes');
  }
  if (stage.deadline) problems.push(...problemsOfDeadline(stage.deadline, at, stage.kind));
  return problems;
};

const problemsOfDeadline = (
  { onPassed, reminders, escalations }: Deadline,
  at: string,
  kind: StageDefinition['kind'] | 'repair',
): readonly DefinitionProblem[] => {
  const problems: DefinitionProblem[] = [];
  const suits: Record<Deadline['onPassed'], boolean> = { wait: true, silence: kind === 'consent', close: kind === 'panel' };
  if (!suits[onPassed]) problems.push({ at, code: 'deadline', about: `${onPassed} does not suit ${kind}` });
  // What falls due is known by its code, which is made of the days: the second of two would never be told.
  const days = escalations.map(({ workingDays }) => workingDays);
  const twice = new Set(reminders).size < reminders.length || new Set(days).size < days.length;
  if (twice) problems.push({ at, code: 'same-day-twice', about: 'one reminder and one escalation for each day' });
  return problems;
};

const problemsOfCondition = ({ when }: StageDefinition, at: string, fields: Fields): readonly DefinitionProblem[] => {
  if (when === undefined) return [];
  const problems = problemsOf(when, fields).map(({ code, about }) => ({ at, code: `condition.${code}`, about }));
  if (problems.length > 0) return problems;
  // A condition that has an answer without any context has the same answer in every case.
  const always = holds(when, {});
  return typeof always === 'boolean' ? [{ at, code: always ? 'condition.always' : 'unreachable', about: when }] : [];
};
