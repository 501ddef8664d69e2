import type { Rejection } from '@app/decider';
import type { Calendar } from './calendar.js';
import { holds } from './conditions.js';
import type { Definition, StageDefinition } from './definition.js';
import type { CaseContext, Instant, WorkflowEvent } from './events.js';
import type { Directory, PersonId } from './people.js';
import { reject } from './refusals.js';
import { scheduleOf } from './schedule.js';
import { type Open, stageAt } from './state.js';

type Now = Readonly<{ by: PersonId; at: Instant; directory: Directory; calendar: Calendar }>;

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

/** Goes on from a place in the definition: past the stages whose condition doesn't hold, to the first one that stands. */
export const goingOn = (
  definition: Definition,
  context: CaseContext,
  from: number,
  round: number,
  now: Now,
): readonly WorkflowEvent[] => {
  const events: WorkflowEvent[] = [];
  for (let index = from; index < definition.stages.length; index++) {
    const stage = definition.stages[index];
    if (!stage) break;
    // A condition that fails to give an answer was refused at submission; were one to turn up here, the stage stands.
    if (stage.when === undefined || holds(stage.when, context) !== false) return [...events, opening(stage, round, now)];
    events.push({ type: 'StageSkipped', data: { stage: stage.key, round, because: stage.when, at: now.at } });
  }
  const last = definition.stages.at(-1)?.key ?? '';
  return [
    ...events,
    { type: 'CaseClosed', data: { outcome: 'approved', stage: last, round, reason: '', by: now.by, at: now.at } },
  ];
};

/** After a stage was passed: back to the stage that had returned the case, or to the next one. */
export const afterPassing = ({ definition, context, resume, round, open }: Open, now: Now): readonly WorkflowEvent[] => {
  const [returner] = resume;
  const from = returner === undefined ? open.index + 1 : stageAt(definition, returner);
  return goingOn(definition, context, from < 0 ? open.index + 1 : from, round, now);
};

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
