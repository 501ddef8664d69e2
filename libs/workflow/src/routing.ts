import type { Rejection } from '@app/decider';
import { holds } from './conditions.js';
import type { Definition, StageDefinition } from './definition.js';
import type { CaseContext, Instant, StageOutcome, WorkflowEvent } from './events.js';
import { afterGroup, branchesOf, branchState, groupOf, joined, keptIn, outcomesIn } from './groups.js';
import type { Directory, PersonId } from './people.js';
import { reject } from './refusals.js';
import type { Rights } from './rights.js';
import { scheduleOf } from './schedule.js';
import { type At, type Case, type OpenStage, type Passage, stageAt, without } from './state.js';

export type Now = Rights & Readonly<{ by: PersonId; directory: Directory }>;
type Outcomes = Map<string, Passage['outcome']>;
type Route = Readonly<{ definition: Definition; context: CaseContext; round: number; now: Now }>;
type Nothing = ReadonlyMap<string, number>;
const nothing: Nothing = new Map();

/** Opens a stage: who holds its office now, and when it falls due. */
export const opening = (stage: StageDefinition, round: number, { at, directory, calendar }: Now): WorkflowEvent => ({
  type: 'StageOpened',
  data: {
    stage: stage.key,
    kind: stage.kind,
    round,
    role: stage.actor,
    holdings: directory[stage.actor] ?? [],
    ...(stage.deadline && { schedule: scheduleOf(stage.deadline, at, calendar) }),
    at,
  },
});

/**
 * Goes on from a place in the definition: past the stages whose condition doesn't hold, to the first one that stands, or to
 * the first one of each branch of a parallel group.
 * @param kept the stages of the group whose decision stands, with the round it was made in
 */
export const goingOn = (
  definition: Definition,
  context: CaseContext,
  from: number,
  round: number,
  now: Now,
  kept: Nothing = nothing,
): readonly WorkflowEvent[] => {
  const route = { definition, context, round, now };
  const events: WorkflowEvent[] = [];
  for (let index = from; index < definition.stages.length; index++) {
    const stage = definition.stages[index];
    if (!stage) break;
    if (stage.group !== undefined) {
      const entered = entering(route, stage.group, kept);
      events.push(...entered);
      if (entered.some(({ type }) => type === 'StageOpened')) return events;
      index = afterGroup(definition, stage.group) - 1;
    } else if (stands(stage, context)) {
      return [...events, opening(stage, round, now)];
    } else {
      events.push(skipped(stage, route));
    }
  }
  const last = definition.stages.at(-1)?.key ?? '';
  return [
    ...events,
    { type: 'CaseClosed', data: { outcome: 'approved', stage: last, round, reason: '', by: now.by, at: now.at } },
  ];
};

/** Goes on where a case that was returned is had back: at the stage that returned it, or at what of its group does not stand. */
export const resuming = (state: Case, returner: string, now: Now, context = state.context): readonly WorkflowEvent[] => {
  const from = Math.max(0, stageAt(state.definition, returner));
  const group = state.definition.stages[from]?.group;
  const start = group === undefined ? from : (branchesOf(state.definition, group)[0]?.[0] ?? from);
  const kept = group === undefined ? nothing : keptIn(state, returner);
  return goingOn(state.definition, context, start, state.round, now, kept);
};

/** After a stage was passed: back to the stage that had returned the case, on in its branch, or to the next one. */
export const afterPassing = (at: At, now: Now): readonly WorkflowEvent[] => {
  const { state, open } = at;
  const { definition, context, round, resume } = state;
  const [returner] = resume;
  if (open.definition.group !== undefined) return inGroup(at, open.definition.group, 'passed', now);
  return returner === undefined ? goingOn(definition, context, open.index + 1, round, now) : resuming(state, returner, now);
};

/** After a stage failed: the end of the case, unless its group can do without the branch. */
export const afterFailing = (at: At, reason: string, now: Now): readonly WorkflowEvent[] => {
  const { state, open } = at;
  if (open.definition.group !== undefined) return inGroup(at, open.definition.group, 'failed', now, reason);
  return [rejected(open, state.round, reason, now)];
};

/** Closes what stands beside a stage: not needed any more. */
export const superseding = ({ state, open }: At, at: Instant): readonly WorkflowEvent[] =>
  (without(state.open, open.stage) ?? []).map(({ stage, round }) => ({
    type: 'StageClosed',
    data: { stage, round, outcome: 'superseded', at },
  }));

const inGroup = (
  at: At,
  key: string,
  outcome: Extract<StageOutcome, 'passed' | 'failed'>,
  now: Now,
  reason = '',
): readonly WorkflowEvent[] => {
  const { state, open } = at;
  const { definition, context, round } = state;
  const route = { definition, context, round, now };
  const outcomes = outcomesIn(state.passages, round).set(open.stage, outcome);
  const branches = branchesOf(definition, key);
  const rest = branches.find((branch) => branch.includes(open.index))?.filter((index) => index > open.index) ?? [];
  const onward = outcome === 'passed' ? along(route, rest, outcomes) : [];
  const result = joined(
    groupOf(definition, key).join,
    branches.map((branch) => branchState(definition, branch, outcomes)),
  );
  if (result === 'open') return onward;
  const others = superseding(at, now.at);
  if (result === 'failed') return [...others, rejected(open, round, reason, now)];
  const [returner] = state.resume;
  const next =
    returner === undefined
      ? goingOn(definition, context, afterGroup(definition, key), round, now)
      : resuming(state, returner, now);
  return [...onward, ...others, ...next];
};

const entering = (route: Route, group: string, kept: Nothing): readonly WorkflowEvent[] => {
  const outcomes: Outcomes = new Map();
  return branchesOf(route.definition, group).flatMap((branch) => along(route, branch, outcomes, kept));
};

/** Along a branch: past what is kept and what doesn't apply, to the first stage that stands. */
const along = (
  route: Route,
  branch: readonly number[],
  outcomes: Outcomes,
  kept: Nothing = nothing,
): readonly WorkflowEvent[] => {
  const events: WorkflowEvent[] = [];
  for (const index of branch) {
    const stage = route.definition.stages[index];
    if (!stage) continue;
    const from = kept.get(stage.key);
    if (!stands(stage, route.context)) {
      events.push(skipped(stage, route));
      outcomes.set(stage.key, 'skipped');
    } else if (from !== undefined) {
      events.push({ type: 'StageKept', data: { stage: stage.key, round: route.round, from, at: route.now.at } });
      outcomes.set(stage.key, 'passed');
    } else {
      return [...events, opening(stage, route.round, route.now)];
    }
  }
  return events;
};

const skipped = ({ key, when = '' }: StageDefinition, { round, now }: Route): WorkflowEvent => ({
  type: 'StageSkipped',
  data: { stage: key, round, because: when, at: now.at },
});

// A condition that fails to give an answer was refused at submission; were one to turn up here, the stage stands.
const stands = ({ when }: StageDefinition, context: CaseContext): boolean => when === undefined || holds(when, context) !== false;

const rejected = ({ stage }: OpenStage, round: number, reason: string, { by, at }: Now): WorkflowEvent => ({
  type: 'CaseClosed',
  data: { outcome: 'rejected', stage, round, reason, by, at },
});

/** The first condition of a definition that a context gives no answer to, as a refusal. */
export const unanswerable = ({ stages }: Definition, context: CaseContext): Rejection | undefined => {
  for (const { key, when } of stages) {
    const answer = when === undefined ? true : holds(when, context);
    if (typeof answer !== 'boolean') {
      return reject('workflow.condition-failed', `The condition of ${key} has no answer.`, {
        stage: key,
        expression: when,
        problem: answer.code,
        about: answer.about,
      });
    }
  }
  return undefined;
};
