import type { DefinitionProblem } from './check-problems.js';
import type { Definition, StageDefinition } from './definition.js';
import { kindOf } from './stages/index.js';

/** The verbs of a stage that would never be open to anybody there, and seats that nobody could fill. */
export const problemsOfVerbs = (definition: Definition, stage: StageDefinition): readonly DefinitionProblem[] => {
  const problems: DefinitionProblem[] = [];
  const found = (code: string, about: string) => problems.push({ at: `stages.${stage.key}`, code, about });
  const { forPeople, collegial, byLine, verdicts } = kindOf(stage);
  const { verbs } = stage;
  if (verbs.reject && forPeople && !verdicts.includes('reject')) found('verbs', `${stage.kind} can't be rejected`);
  if (verbs.approve && forPeople && !verdicts.includes('approve')) found('verbs', `${stage.kind} is not approved`);
  if (!forPeople && (verbs.ask ?? verbs.claim ?? verbs.reassign ?? verbs.advise ?? verbs.recuse ?? verbs.partial))
    found('verbs', 'no person acts here');
  if (collegial && (verbs.claim ?? verbs.reassign)) found('verbs', 'a seat is nobody else’s to take');
  if (verbs.recuse && (stage.kind === 'consent' || stage.kind === 'acknowledgement'))
    found('verbs', 'nobody needs to step aside');
  if (verbs.partial && !definition.lines) found('verbs', 'approving in part takes lines');
  if (verbs.partial && (!byLine || stage.group !== undefined)) found('verbs', 'lines are not decided here');
  if (stage.kind === 'panel') {
    const { members, size, chair, vetoBy, rule } = stage;
    if (members && members.length !== size) found('members', `${members.length} of ${size}`);
    if (chair !== undefined && rule === 'unanimous') found('chair', 'there is no tie to break');
    if (vetoBy !== undefined && rule !== 'veto') found('veto', 'nobody vetoes by this rule');
  }
  if (stage.kind === 'signoff') {
    const roles = stage.groups.map(({ role }) => role);
    if (new Set(roles).size < roles.length) found('groups', 'one role signs once');
    if (stage.groups[0]?.role !== stage.actor) found('actor', 'the first group’s role acts');
  }
  return problems;
};
