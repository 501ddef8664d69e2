import type { Instant, WorkflowEvent } from './events.js';
import type { PersonId } from './people.js';
import type { WorkflowState } from './state.js';

/**
 * What a command does, and what becomes of questions where a stage ends by it: nobody waits for an answer any more, and whoever was
 * asked is to hear of it. It need not be thought of where a verb is decided: it follows from what ends.
 */
export const withLapses = (
  state: WorkflowState,
  events: readonly WorkflowEvent[],
  { by, at }: Readonly<{ by: PersonId; at: Instant }>,
): readonly WorkflowEvent[] => {
  if (state.status !== 'open') return events;
  let asked = state.open.flatMap(({ stage, round, question }) => (question ? [{ stage, round, of: question.of }] : []));
  if (asked.length === 0) return events;
  return events.flatMap((event) => {
    const ended = asked.filter(({ stage }) => isEndOf(stage, event));
    asked = asked.filter((each) => !ended.includes(each));
    return [...ended.map((each): WorkflowEvent => ({ type: 'InformationLapsed', data: { ...each, by, at } })), event];
  });
};

/** A stage that a migration carries over takes what is asked there along. */
const isEndOf = (stage: string, event: WorkflowEvent): boolean =>
  event.type === 'CaseClosed' ||
  (event.type === 'StageClosed' && event.data.stage === stage && event.data.outcome !== 'migrated');
