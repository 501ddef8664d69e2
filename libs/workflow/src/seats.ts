import type { StageDefinition } from './definition.js';
import type { Holding, PersonId, Role } from './people.js';
import type { Case, OpenStage } from './state.js';

/** Whose offices act at a stage, each for itself: one, or those of a sign-off. */
export const rolesOf = (stage: StageDefinition): readonly Role[] =>
  stage.kind === 'signoff' ? stage.groups.map(({ role }) => role) : [stage.actor];

/** Of those, the ones that the stage still waits for. */
export const rolesOut = ({ definition, votes }: Pick<OpenStage, 'definition' | 'votes'>): readonly Role[] =>
  definition.kind === 'signoff'
    ? rolesOf(definition).filter((role) => !votes.some(({ by }) => (by.inPlaceOf ?? by.role) === role))
    : [definition.actor];

/** Whether a holding of the actor's office is a seat of the stage: a panel may name its members. */
export const sits = (stage: StageDefinition, { office, person, onBehalfOf }: Holding): boolean =>
  stage.kind !== 'panel' ||
  stage.members === undefined ||
  [office, person, onBehalfOf].some((id) => id !== undefined && stage.members?.includes(id));

/** Whether somebody stepped aside there, himself or in the seat that he would sit in. */
export const steppedAside = (
  { recusals }: Pick<Case, 'recusals'>,
  { key, kind }: StageDefinition,
  { person, onBehalfOf }: Pick<Holding, 'person' | 'onBehalfOf'>,
): boolean =>
  recusals.some(
    (recusal) =>
      recusal.stage === key && (recusal.person === person || (kind === 'panel' && recusal.seat === (onBehalfOf ?? person))),
  );

/** How many seats of a stage stepped aside. */
export const recusedAt = ({ recusals }: Pick<Case, 'recusals'>, stage: string): number =>
  recusals.length === 0 ? 0 : new Set(recusals.filter((recusal) => recusal.stage === stage).map(({ seat }) => seat)).size;

/** What a voter's seat in a panel counts for besides its vote. */
export const weightOf = (
  stage: StageDefinition,
  holdings: Readonly<Record<Role, readonly Holding[]>>,
  voter: Readonly<{ by: PersonId; office: string; onBehalfOf?: PersonId }>,
): Readonly<{ chair?: true; veto?: true }> => {
  if (stage.kind !== 'panel' || (stage.chair === undefined && stage.vetoBy === undefined)) return {};
  const holds = (role: Role) => (holdings[role] ?? []).some(({ person }) => person === voter.by);
  const first =
    stage.chair === 'first'
      ? firstSeat(
          stage.members,
          (holdings[stage.actor] ?? []).filter((each) => sits(stage, each)),
        )
      : undefined;
  const chairs =
    stage.chair !== undefined &&
    (first
      ? first.office === voter.office && (first.onBehalfOf ?? first.person) === (voter.onBehalfOf ?? voter.by)
      : holds(stage.chair));
  return { ...(chairs && { chair: true }), ...(stage.vetoBy !== undefined && holds(stage.vetoBy) && { veto: true }) };
};

/** In the order of the list, else of the offices' ids. */
const firstSeat = (members: readonly string[] | undefined, holdings: readonly Holding[]): Holding | undefined => {
  const rank = ({ office, person, onBehalfOf }: Holding) =>
    members?.findIndex((id) => id === office || id === person || id === onBehalfOf) ?? 0;
  return holdings.toSorted((a, b) => rank(a) - rank(b) || (a.office < b.office ? -1 : a.office > b.office ? 1 : 0))[0];
};
