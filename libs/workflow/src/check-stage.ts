import type { DefinitionProblem, Known } from './check-definition.js';
import { problemsOfPanel } from './check-panel.js';
import { problemsOf, sameInEveryCase } from './conditions.js';
import type { Deadline, Definition, StageDefinition, Term } from './definition.js';
import { kindOf } from './stages/index.js';

/** What is wrong within one stage. */
export const problemsOfStage = (
  stage: StageDefinition,
  at: string,
  { lines }: Definition,
  { fields, acts }: Known,
): readonly DefinitionProblem[] => {
  const problems: DefinitionProblem[] = [...problemsOfVerbs(stage, at)];
  const found = (code: string, about: string) => problems.push({ at, code, about });
  if (stage.kind === 'panel') problems.push(...problemsOfPanel(stage, at));
  if (stage.kind === 'signoff') {
    const roles = stage.groups.map(({ role }) => role);
    if (roles.length === 0) found('no-way-on', 'nobody signs here');
    if (new Set(roles).size < roles.length) found('duplicate-role', 'every group signs once');
  }
  if (stage.verbs.partial && !lines) found('verbs', 'only a batch has lines to decide on');
  if (stage.verbs.partial && stage.group !== undefined) found('verbs', 'lines do not fall out beside each other');
  if (stage.act !== undefined && acts?.includes(stage.act) === false)
    found('unknown-act', `${stage.act}: no row of the authority matrix grants it`);
  if (stage.signature !== undefined && !kindOf(stage).verdicts.includes('approve'))
    found('signature', 'nothing is decided here that could be signed');
  if (stage.deadline) problems.push(...problemsOfDeadline(stage.deadline, at, stage.kind));
  if (stage.verbs.ask?.deadline) problems.push(...problemsOfTerm(stage.verbs.ask.deadline, at));
  if (stage.when !== undefined) {
    const wrong = problemsOf(stage.when, fields);
    for (const { code, about } of wrong) found(`condition.${code}`, about);
    const always = wrong.length === 0 ? sameInEveryCase(stage.when, fields) : undefined;
    if (always !== undefined) found(always ? 'condition.always' : 'unreachable', stage.when);
  }
  return problems;
};

const problemsOfVerbs = (stage: StageDefinition, at: string): readonly DefinitionProblem[] => {
  const problems: DefinitionProblem[] = [];
  const found = (code: string, about: string) => problems.push({ at, code, about });
  const { forPeople, collegial, verdicts } = kindOf(stage);
  const { approve, reject, return: back } = stage.verbs;
  if (forPeople && verdicts.includes('approve') && !approve) found('no-way-on', 'nobody can approve here');
  if (!forPeople && Object.keys(stage.verbs).length > 0) found('verbs', 'no person acts here');
  if (forPeople && approve && !verdicts.includes('approve')) found('verbs', 'nobody approves here');
  if (forPeople && reject && !verdicts.includes('reject')) found('verbs', 'nobody rejects here');
  if (back && forPeople && (collegial || stage.kind === 'consent' || !verdicts.includes('return')))
    found('verbs', 'only who decides alone can return');
  return problems;
};

/** What is wrong with how long something may take. */
export const problemsOfDeadline = (
  { onPassed, ...term }: Deadline,
  at: string,
  kind: StageDefinition['kind'] | 'repair',
): readonly DefinitionProblem[] => {
  const suits: Record<Deadline['onPassed'], boolean> = {
    wait: true,
    silence: kind === 'consent' || kind === 'acknowledgement',
    close: kind === 'panel',
  };
  return [
    ...(suits[onPassed] ? [] : [{ at, code: 'deadline', about: `${onPassed} does not suit ${kind}` }]),
    ...problemsOfTerm(term, at),
  ];
};

/** What is wrong with who is told of it when. */
export const problemsOfTerm = (
  { reminders, escalations }: Omit<Term, 'workingDays'>,
  at: string,
): readonly DefinitionProblem[] => {
  // What falls due is known by its code, which is made of the days: the second of two would never be told.
  const days = escalations.map(({ workingDays }) => workingDays);
  const twice = new Set(reminders).size < reminders.length || new Set(days).size < days.length;
  return twice ? [{ at, code: 'same-day-twice', about: 'one reminder and one escalation for each day' }] : [];
};
