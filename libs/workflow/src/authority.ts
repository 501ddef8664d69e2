import type { Rejection } from '@app/decider';
import type { StageDefinition, Verdict } from './definition.js';
import type { Capacity } from './events.js';
import { actedBefore } from './four-eyes.js';
import type { Directory, Holding, PersonId, Role } from './people.js';
import { reject } from './refusals.js';
import { kindOf } from './stages/index.js';
import { type At, type Case, type Open, type OpenStage, stageAt, type Vote, type WorkflowState } from './state.js';

export const holdingOf = (directory: Directory, role: Role, person: PersonId): Holding | undefined =>
  directory[role]?.find((holding) => holding.person === person);

export const capacityOf = (role: Role, { person, office, kind, onBehalfOf, letter }: Holding): Capacity => ({
  by: person,
  role,
  office,
  kind,
  ...(onBehalfOf !== undefined && { onBehalfOf }),
  ...(letter !== undefined && { letter }),
});

/** Where no person acts. */
export const isSystem = (by: PersonId): boolean => by.startsWith('system:');

/** A seat of a panel: a substitute votes in the place of the one he stands for. */
export const seatOf = ({ by, onBehalfOf }: Pick<Capacity, 'by' | 'onBehalfOf'>): PersonId => onBehalfOf ?? by;

/** The first of the definition's initiating roles that a person holds, so also the role in which he would start a case. */
export const initiatorOf = ({ initiators }: Case['definition'], directory: Directory, person: PersonId): Capacity | undefined => {
  for (const role of initiators) {
    const holding = holdingOf(directory, role, person);
    if (holding) return capacityOf(role, holding);
  }
  return undefined;
};

/** The capacity in which somebody may submit or repair: whoever holds the role now in which the case was started. */
export const proposing = (state: Case, directory: Directory, person: PersonId): Capacity | Rejection => {
  const holding = holdingOf(directory, state.starter.role, person);
  if (!holding)
    return reject('workflow.not-the-proposer', 'Only the proposing office may do this.', { role: state.starter.role });
  const acted = actedBefore(state, 'submission', person);
  if (acted !== undefined)
    return reject('workflow.four-eyes', 'Who acted at that stage may not also submit.', { stage: 'submission', acted });
  return capacityOf(state.starter.role, holding);
};

/** An open stage and its case, or why the stage isn't open. */
export const current = (state: WorkflowState, stage: string): At | Rejection => {
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  if (stageAt(state.definition, stage) < 0)
    return reject('workflow.unknown-stage', 'The definition has no such stage.', { stage });
  if (state.status === 'closed') return reject('workflow.closed', 'The case is closed.', { outcome: state.outcome });
  if (state.status !== 'open') return reject('workflow.not-open', 'No stage of the case is open.', { status: state.status });
  const open = state.open.find((each) => each.stage === stage);
  return open
    ? { state, open }
    : reject('workflow.stage-not-current', 'Another stage is open.', { stage, open: stagesOf(state).join(', ') });
};

/** The keys of the stages that are open. */
export const stagesOf = ({ open }: Open): readonly string[] => open.map(({ stage }) => stage);

/** Whether the stage offers the verb at all. */
export const offers = (stage: StageDefinition, verdict: Verdict): boolean => {
  const kind = kindOf(stage);
  return kind.forPeople && stage.verbs[verdict] !== undefined && !(kind.collegial && verdict === 'return');
};

/** The capacity in which a person may act at the open stage, or why he may not. Whether he voted already is not asked. */
export const acting = ({ state, open }: At, directory: Directory, person: PersonId): Capacity | Rejection => {
  const { definition: stage } = open;
  const kind = kindOf(stage);
  const holding = kind.forPeople ? holdingOf(directory, stage.actor, person) : undefined;
  if (!holding)
    return reject('workflow.not-an-actor', 'This stage is not yours to act on.', { stage: stage.key, role: stage.actor });
  if (person === state.subject && !kind.forSubject)
    return reject('workflow.own-case', 'Nobody decides on himself.', { stage: stage.key });
  const acted = actedBefore(state, stage.key, person);
  if (acted !== undefined)
    return reject('workflow.four-eyes', 'Who acted at that stage may not also act here.', { stage: stage.key, acted });
  return capacityOf(stage.actor, holding);
};

/** The vote that a seat has cast at an open stage. */
export const voteOf = (open: OpenStage, capacity: Capacity): Vote | undefined => {
  const seat = seatOf(capacity);
  return open.votes.find(({ by }) => seatOf(by) === seat || by.by === capacity.by);
};
