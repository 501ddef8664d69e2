import type { DefinitionProblem } from './check-definition.js';
import type { Definition, StageDefinition, Term } from './definition.js';
import type { Role } from './people.js';
import { kindOf } from './stages/index.js';

type Named = Readonly<{ at: string; role: Role }>;

/** What is wrong with whom a definition names: roles that mean nobody, and offices that stand in for themselves. */
export const problemsOfRoles = (definition: Definition, roles: readonly Role[] | undefined): readonly DefinitionProblem[] => {
  const unknown = roles ? rolesIn(definition).filter(({ role }) => !roles.includes(role)) : [];
  const told = new Set<string>();
  const once = unknown.filter(({ at, role }) => {
    const mark = `${at} ${role}`;
    return told.has(mark) ? false : told.add(mark);
  });
  return [
    ...once.map(({ at, role }) => ({ at, code: 'unknown-role', about: `nobody is ${role}` })),
    ...problemsOfVacancies(definition),
  ];
};

/** Everybody a definition speaks of, and where. A machine's stage is nobody's. */
const rolesIn = ({
  initiators,
  cancelledBy = [],
  suspendedBy = [],
  repair,
  deadline,
  answering,
  stages,
}: Definition): readonly Named[] => {
  const named = (at: string, roles: readonly (Role | undefined)[]) =>
    roles.flatMap((role) => (role === undefined ? [] : [{ at, role }]));
  return [
    ...named('initiators', initiators),
    ...named('cancelledBy', cancelledBy),
    ...named('suspendedBy', suspendedBy),
    ...named('repair', toldBy(repair)),
    ...named('deadline', toldBy(deadline)),
    ...named('answering', toldBy(answering)),
    ...stages.flatMap((stage) => named(`stages.${stage.key}`, rolesOf(stage))),
  ];
};

const toldBy = (term: Term | undefined): readonly Role[] => (term?.escalations ?? []).map(({ to }) => to);

/** `first` of a panel's seats is a chair without a role of his own; `submission` may be asked and is whoever proposed. */
const ofItself = new Set<Role>(['first', 'submission']);

const rolesOf = (stage: StageDefinition): readonly (Role | undefined)[] => {
  const { verbs, vacancy, deadline } = stage;
  const acting = kindOf(stage).forPeople ? [stage.actor] : [];
  const panel = stage.kind === 'panel' ? [stage.chair, stage.vetoBy] : [];
  const signing = stage.kind === 'signoff' ? stage.groups.map(({ role }) => role) : [];
  const standing = vacancy ? [vacancy.policy === 'wait' ? vacancy.alert : vacancy.role] : [];
  const asked = [...(verbs.ask?.of ?? []), ...(verbs.reassign?.by ?? [])];
  const told = [...toldBy(deadline), ...toldBy(verbs.ask?.deadline)];
  const named = [...acting, ...panel, ...signing, ...standing, ...asked, ...told];
  return named.filter((role) => role !== undefined && !ofItself.has(role));
};

/** Who stands in for a vacant office is another, and not one for whom that office stands in elsewhere. */
const problemsOfVacancies = ({ stages }: Definition): readonly DefinitionProblem[] => {
  const standIns = stages.flatMap(({ key, actor, vacancy }) =>
    vacancy && vacancy.policy !== 'wait' ? [{ key, office: actor, standIn: vacancy.role }] : [],
  );
  const instead = (role: Role): readonly Role[] => standIns.filter(({ office }) => office === role).map(({ standIn }) => standIn);
  const leadsBack = (office: Role, from: Role): boolean => {
    const seen = new Set([from]);
    for (const role of seen) for (const next of instead(role)) seen.add(next);
    return seen.has(office);
  };
  return standIns
    .filter(({ office, standIn }) => leadsBack(office, standIn))
    .map(({ key, office, standIn }) => ({
      at: `stages.${key}`,
      code: 'vacancy-loop',
      about: office === standIn ? `${office} stands in for itself` : `${office} and ${standIn} stand in for each other`,
    }));
};
