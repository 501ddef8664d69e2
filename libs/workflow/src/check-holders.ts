import type { DefinitionProblem } from './check-definition.js';
import type { Definition, StageDefinition } from './definition.js';
import type { Role } from './people.js';
import { rolesOf } from './seats.js';
import { kindOf } from './stages/index.js';

/** A stage where another holder of the office has to act than at the earlier one. */
export type SecondHolder = Readonly<{ stage: string; earlier: string; role: Role }>;

/**
 * What may hold a case up though the definition is sound: two stages of one office where whoever acts at the one may not act at the
 * other. Where the office has a single holder, the second waits for nobody; an alarm is raised then, but it had better not come to that.
 */
export const secondHoldersOf = (definition: Definition): readonly SecondHolder[] => {
  const stages = definition.stages.filter((stage) => kindOf(stage).forPeople && !kindOf(stage).forSubject);
  return stages.flatMap((stage, index) =>
    stages.slice(0, index).flatMap((earlier) => {
      const role = sharedRole(earlier, stage);
      if (role === undefined || isStoodInFor(stage) || !areBarred(definition, earlier.key, stage.key)) return [];
      return [{ stage: stage.key, earlier: earlier.key, role }];
    }),
  );
};

/** The same, as it is said of a definition that is being written. */
export const warningsOf = (definition: Definition): readonly DefinitionProblem[] =>
  secondHoldersOf(definition).map(({ stage, earlier, role }) => ({
    at: `stages.${stage}`,
    code: 'one-holder',
    about: `takes another holder of ${role} than ${earlier}; name who acts where there is none`,
  }));

/** The stages of one office where nobody stands in while it is vacant: without a holder, the case waits there. */
export const unrescuedOf = ({ stages }: Definition): readonly Readonly<{ stage: string; role: Role }>[] =>
  stages
    .filter((stage) => kindOf(stage).forPeople && !kindOf(stage).forSubject && !isStoodInFor(stage))
    .flatMap((stage) => rolesOf(stage).map((role) => ({ stage: stage.key, role })));

const sharedRole = (one: StageDefinition, other: StageDefinition): Role | undefined =>
  rolesOf(one).find((role) => rolesOf(other).includes(role));

const isStoodInFor = ({ vacancy }: StageDefinition): boolean => vacancy !== undefined && vacancy.policy !== 'wait';

const areBarred = ({ oncePerCase, fourEyes }: Definition, one: string, other: string): boolean =>
  oncePerCase === true || fourEyes.some((set) => set.includes(one) && set.includes(other));
