import { Rejection } from '@app/decider';
import type { StageDefinition, Verdict } from './definition.js';
import type { Capacity } from './events.js';
import { actAt, type AuthorityRow, PROPOSE, rowFor } from './authority-matrix.js';
import { type Barred, barring, handsOf } from './four-eyes.js';
import type { Directory, Holding, PersonId, Role } from './people.js';
import { whyNotBeside } from './lines.js';
import { reject } from './refusals.js';
import type { Rights } from './rights.js';
import { dayOf } from './schedule.js';
import { rolesOf, rolesOut, sits, steppedAside } from './seats.js';
import { kindOf } from './stages/index.js';
import { type At, type Case, type Open, type OpenStage, stageAt, type Vote, type WorkflowState } from './state.js';

export const holdingOf = (directory: Directory, role: Role, person: PersonId): Holding | undefined =>
  directory[role]?.find((holding) => holding.person === person);

export const capacityOf = (
  role: Role,
  { person, office, kind, onBehalfOf, letter }: Holding,
  row?: Pick<AuthorityRow, 'id' | 'basis'>,
): Capacity => ({
  by: person,
  role,
  office,
  kind,
  ...(onBehalfOf !== undefined && { onBehalfOf }),
  ...(letter !== undefined && { letter }),
  ...(row && { authorityRow: row.id, basis: row.basis }),
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
export const proposing = (state: Case, directory: Directory, person: PersonId, rights?: Rights): Capacity | Rejection => {
  const { role } = state.starter;
  if (state.suspended) return reject('workflow.suspended', 'The case is suspended.', { since: state.suspended.at });
  return (
    bestOf(directory[role], person, (holding) => {
      const barred = barring(state, 'submission', handsOf(holding));
      if (barred) return barredAt('submission', barred);
      const row = granting(rights, PROPOSE, holding);
      return row instanceof Rejection ? row : capacityOf(role, holding, row);
    }) ?? reject('workflow.not-the-proposer', 'Only the proposing office may do this.', { role })
  );
};

/**
 * Of what a person holds, the first that gives him the right, one whose seat has not voted before others; else why the last does
 * not. Nothing where he holds nothing.
 */
const bestOf = (
  holdings: readonly Holding[] | undefined,
  person: PersonId,
  judge: (holding: Holding) => Capacity | Rejection,
  isSpent: (capacity: Capacity) => boolean = () => false,
): Capacity | Rejection | undefined => {
  let spent: Capacity | undefined;
  let refused: Rejection | undefined;
  for (const holding of holdings ?? []) {
    if (holding.person !== person) continue;
    const capacity = judge(holding);
    if (capacity instanceof Rejection) refused = capacity;
    else if (isSpent(capacity)) spent ??= capacity;
    else return capacity;
  }
  return spent ?? refused;
};

/** The row that grants the act today; nothing where no matrix is kept. */
const granting = (rights: Rights | undefined, act: string, holding: Holding): AuthorityRow | undefined | Rejection => {
  if (!rights?.authority) return undefined;
  const row = rowFor(rights.authority, act, holding, dayOf(rights.calendar, rights.at));
  return (
    row ??
    reject('workflow.authority-denied', 'No law allows this act to such a holder of the office today.', {
      act,
      held: holding.kind,
      ...(holding.position !== undefined && { position: holding.position }),
      matrix: rights.authority.version,
    })
  );
};

const barredAt = (stage: string, { rule, acted }: Barred): Rejection =>
  rule === 'four-eyes'
    ? reject('workflow.four-eyes', 'Who acted at that stage may not also act here.', { stage, acted })
    : reject('workflow.once-per-case', 'One person acts once in a case.', { stage, acted });

/** An open stage and its case, or why the stage isn't open. */
export const current = (state: WorkflowState, stage: string): At | Rejection => {
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  if (stageAt(state.definition, stage) < 0)
    return reject('workflow.unknown-stage', 'The definition has no such stage.', { stage });
  if (state.status === 'closed') return reject('workflow.closed', 'The case is closed.', { outcome: state.outcome });
  if (state.status !== 'open') return reject('workflow.not-open', 'No stage of the case is open.', { status: state.status });
  if (state.suspended) return reject('workflow.suspended', 'The case is suspended.', { since: state.suspended.at });
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
  return stage.verbs[verdict] !== undefined && kind.verdicts.includes(verdict);
};

/** The right that one holding of an office gives at an open stage, or why it gives none. */
export const rightAt = ({ state, open }: At, role: Role, holding: Holding, rights: Rights | undefined): Capacity | Rejection => {
  const { definition: stage } = open;
  const { forSubject } = kindOf(stage);
  if (role === stage.actor && !sits(stage, holding))
    return reject('workflow.not-an-actor', 'He has no seat in this panel.', { stage: stage.key, role });
  if (steppedAside(state, stage, holding)) return reject('workflow.recused', 'He stepped aside.', { stage: stage.key });
  const hands = handsOf(holding);
  if (!forSubject) {
    if (hands.person === state.subject || hands.principal === state.subject)
      return reject('workflow.own-case', 'Nobody decides on himself.', { stage: stage.key });
    const kin = rights?.kin;
    if (kin && (kin.includes(hands.person) || (hands.principal !== undefined && kin.includes(hands.principal))))
      return reject('workflow.kin', 'Nobody decides on his spouse, parents or children.', { stage: stage.key });
  }
  const concerned = forSubject || state.lines.length === 0 ? undefined : whyNotBeside({ state, open }, hands, rights);
  if (concerned) return concerned;
  const barred = barring(state, stage.key, hands);
  if (barred) return barredAt(stage.key, barred);
  const row = rights?.authority && granting(rights, actAt(state.definition, stage, rights.authority), holding);
  return row instanceof Rejection ? row : capacityOf(role, holding, row);
};

/** Whether an open stage is without anybody of its own office who may act, whether or not he has done so. */
export const isVacant = (at: At, directory: Directory, rights: Rights | undefined): boolean =>
  kindOf(at.open.definition).forPeople && rolesOut(at.open).some((role) => isVacantFor(at, role, directory, rights));

/** The same for one of the offices of a sign-off, where who signed for another does not count. */
export const isVacantFor = (at: At, role: Role, directory: Directory, rights: Rights | undefined): boolean => {
  const { definition: stage, votes } = at.open;
  const spent = ({ person }: Holding) => stage.kind === 'signoff' && votes.some(({ by }) => by.by === person);
  return !(directory[role] ?? []).some(
    (holding) => !spent(holding) && !(rightAt(at, role, holding, rights) instanceof Rejection),
  );
};

/** The role that acts in the place of a vacant office, if the stage names one. */
export const standInOf = ({ vacancy }: StageDefinition): Role | undefined =>
  vacancy && vacancy.policy !== 'wait' ? vacancy.role : undefined;

/** The capacity in which a person may act at the open stage, or why he may not. Whether he voted already is not asked. */
export const acting = (at: At, directory: Directory, person: PersonId, rights: Rights | undefined): Capacity | Rejection => {
  const { definition: stage } = at.open;
  const stranger = () =>
    reject('workflow.not-an-actor', 'This stage is not yours to act on.', { stage: stage.key, role: stage.actor });
  if (!kindOf(stage).forPeople) return stranger();
  const roles = rolesOut(at.open);
  const hasVoted = (capacity: Capacity) => at.open.votes.length > 0 && voteOf(at.open, capacity) !== undefined;
  let refused: Rejection | undefined;
  let spent: Capacity | undefined;
  // Where a sign-off has his signature already, that is for its vote to say.
  for (const role of roles.length === 1 && stage.kind !== 'signoff' ? roles : [...roles, ...rolesOf(stage)]) {
    const own = bestOf(directory[role], person, (holding) => rightAt(at, role, holding, rights), hasVoted);
    if (own instanceof Rejection) refused ??= own;
    else if (own && !hasVoted(own)) return own;
    else spent ??= own;
  }
  const standIn = standInOf(stage);
  if (standIn !== undefined && stage.vacancy) {
    for (const role of roles) {
      if (!isVacantFor(at, role, directory, rights)) continue;
      const instead = bestOf(directory[standIn], person, (holding) => rightAt(at, standIn, holding, rights), hasVoted);
      if (!instead || instead instanceof Rejection) {
        refused = instead ?? refused;
        continue;
      }
      const capacity: Capacity = { ...instead, inPlaceOf: role, vacancy: stage.vacancy.policy };
      if (!hasVoted(capacity)) return capacity;
      spent ??= capacity;
    }
  }
  return spent ?? refused ?? stranger();
};

/** The vote that a seat has cast at an open stage. */
export const voteOf = (open: OpenStage, capacity: Capacity): Vote | undefined => {
  const seat = seatOf(capacity);
  const group = open.definition.kind === 'signoff' ? (capacity.inPlaceOf ?? capacity.role) : undefined;
  return open.votes.find(({ by }) => seatOf(by) === seat || by.by === capacity.by || (by.inPlaceOf ?? by.role) === group);
};
