import { Rejection } from '@app/decider';
import { isVacantFor, proposing, rightAt, standInOf, voteOf } from './authority.js';
import type { VacancyPolicy } from './definition.js';
import type { Addressee, Directory, Holding, PersonId, Role } from './people.js';
import type { Rights } from './rights.js';
import { rolesOut } from './seats.js';
import { kindOf } from './stages/index.js';
import type { At, Case, OpenStage, WorkflowState } from './state.js';
import { awaitedAdvisers, whyNotFree } from './tasks.js';

/**
 * Who may act on the case now, and by what right: at the open stages (or the one named), or to submit or repair it. Who has
 * voted is not among them. Without `rights` neither authority matrix nor kinship is asked.
 */
export const whoMayAct = (state: WorkflowState, directory: Directory, stage?: string, rights?: Rights): readonly Holding[] => {
  switch (state.status) {
    case 'open':
      return state.open
        .filter((open) => stage === undefined || open.stage === stage)
        .flatMap((open) => actorsAt({ state, open }, directory, rights));
    case 'draft':
    case 'returned':
      return (directory[state.starter.role] ?? []).filter(
        ({ person }) => !(proposing(state, directory, person, rights) instanceof Rejection),
      );
    case 'absent':
    case 'closed':
    case 'routing':
      return [];
  }
};

/** The holders of the stage's own office who may still act there; those of the one that stands in for it, where it is vacant. */
const actorsAt = (at: At, directory: Directory, rights: Rights | undefined, role?: Role): readonly Holding[] => {
  const { definition } = at.open;
  if (!kindOf(definition).forPeople || at.state.suspended) return [];
  const able = (office: Role, inPlaceOf?: Role) =>
    (directory[office] ?? []).filter((holding) => {
      const capacity = rightAt(at, office, holding, rights);
      if (capacity instanceof Rejection || whyNotFree(at, directory, holding.person, rights)) return false;
      return !voteOf(at.open, inPlaceOf === undefined ? capacity : { ...capacity, inPlaceOf });
    });
  const standIn = standInOf(definition);
  return (role === undefined ? rolesOut(at.open) : [role]).flatMap((out) => {
    const own = able(out);
    return own.length === 0 && standIn !== undefined && isVacantFor(at, out, directory, rights) ? able(standIn, out) : own;
  });
};

/**
 * What is awaited: a decision, a submission, an answer to what was asked, advice, an answer from outside, a machine, the end of
 * a suspension.
 */
export type Awaited = 'decision' | 'submission' | 'answer' | 'advice' | 'outside' | 'check' | 'resume';

/**
 * One of the things a case waits for. `vacant`: nobody is left who may act, and `role` names the office to fill. `vacancy`: that
 * office has nobody of its own, by which policy that is met, and who was told of it. `people`: everybody who may act, also those
 * who are asked as a person and hold no office of the case.
 */
export type Waiting = Readonly<{
  stage: string;
  role: Role;
  awaited: Awaited;
  who: readonly Holding[];
  people: readonly PersonId[];
  system: boolean;
  vacant: boolean;
  vacancy?: Readonly<{ policy: VacancyPolicy['policy']; role?: Role; alerted: readonly PersonId[] }>;
}>;

/** What a case that has not ended waits for: each open stage, or its proposer. Empty for one that ended. */
export const waitingFor = (state: WorkflowState, directory: Directory, rights?: Rights): readonly Waiting[] => {
  switch (state.status) {
    case 'open':
      if (state.suspended) return [suspended(state, state.open[0].stage, directory)];
      return state.open.flatMap((open) => awaitedAt({ state, open }, directory, rights));
    case 'draft':
    case 'returned':
      if (state.suspended) return [suspended(state, 'submission', directory)];
      return [waiting('submission', state.starter.role, 'submission', whoMayAct(state, directory, undefined, rights))];
    case 'absent':
    case 'closed':
    case 'routing':
      return [];
  }
};

const waiting = (
  stage: string,
  role: Role,
  awaited: Awaited,
  who: readonly Holding[],
  people: readonly PersonId[] = [...new Set(who.map(({ person }) => person))],
): Waiting => {
  const system = awaited === 'check';
  return { stage, role, awaited, who, people, system, vacant: !system && people.length === 0 };
};

const suspended = ({ definition: { suspendedBy = [] } }: Case, stage: string, directory: Directory): Waiting =>
  waiting(
    stage,
    suspendedBy[0] ?? 'SYSTEM',
    'resume',
    suspendedBy.flatMap((role) => directory[role] ?? []),
  );

const awaitedAt = (at: At, directory: Directory, rights: Rights | undefined): readonly Waiting[] => {
  const { open } = at;
  const { stage, definition, question } = open;
  if (definition.kind === 'check') return [waiting(stage, definition.actor, 'check', [])];
  const asked = question ? [awaitedFrom(stage, 'answer', question.of, directory)] : [];
  const advisers = awaitedAdvisers(at);
  if (advisers.length > 0)
    return [...asked, ...advisers.map((person) => awaitedFrom(stage, 'advice', person, directory, definition.actor))];
  const awaited = definition.kind === 'external' ? 'outside' : 'decision';
  const decisions = rolesOut(open).map((role) => ({
    ...waiting(stage, role, awaited, actorsAt(at, directory, rights, role)),
    ...(isVacantFor(at, role, directory, rights) && { vacancy: vacancyOf(open) }),
  }));
  return [...decisions, ...asked];
};

/** Of a role of the case whoever holds it, else the person himself with what he holds here. */
const awaitedFrom = (stage: string, awaited: Awaited, of: Addressee, directory: Directory, role: Role = of): Waiting => {
  const holders = directory[of];
  if (holders) return waiting(stage, of, awaited, holders);
  const held = Object.values(directory).flatMap((holdings) => holdings.find(({ person }) => person === of) ?? []);
  return waiting(stage, role, awaited, held.slice(0, 1), [of]);
};

/** Whoever is named to be told or to act; a definition that names nobody has the case wait. */
const vacancyOf = ({ definition: { vacancy }, vacancy: found }: OpenStage): NonNullable<Waiting['vacancy']> => {
  const named = vacancy?.policy === 'wait' ? vacancy.alert : vacancy?.role;
  return {
    policy: vacancy?.policy ?? 'wait',
    ...(named !== undefined && { role: named }),
    alerted: found?.alerted ?? [],
  };
};
