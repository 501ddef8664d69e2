import type { Calendar } from '../calendar.js';
import { workingDaysBetween } from '../clock.js';
import type { Definition } from '../definition.js';
import type { CaseOutcome, Instant, WorkflowEvent } from '../events.js';
import type { PersonId } from '../people.js';
import { dayOf } from '../schedule.js';
import { recordOf } from './record.js';
import { type Simulated, simulate } from './simulate.js';

/** How a case went: the stages it went through in order (a round after the first in brackets), who acted, and how long it took. */
export type Course = Readonly<{
  path: readonly string[];
  people: readonly PersonId[];
  /** From the first submission to the end, the day of submission not counted. */
  workingDays: number;
  outcome: CaseOutcome | 'open';
}>;

/** What would have differed. `assumed` and `refused` say where the answer rests on more than the record. */
export type BackTest = Readonly<{
  was: Course;
  wouldBe: Course;
  differs: readonly ('path' | 'people' | 'workingDays' | 'outcome')[];
}> &
  Pick<Simulated, 'assumed' | 'refused'>;

/**
 * Runs a draft on the record of one case that has ended: its dossier, and what people did and how long they took.
 * Nothing for a case that was never submitted or has not ended.
 */
export const backTest = (draft: Definition, history: readonly WorkflowEvent[], calendar: Calendar): BackTest | undefined => {
  const record = recordOf(history);
  if (!record) return undefined;
  const { history: simulated, outcome, assumed, refused } = simulate(draft, record, calendar);
  const was = { ...courseOf(history, calendar), outcome: record.outcome };
  const wouldBe = { ...courseOf(simulated, calendar), outcome };
  const aspects = ['path', 'people', 'workingDays', 'outcome'] as const;
  const differs = aspects.filter((aspect) => String(was[aspect]) !== String(wouldBe[aspect]));
  return { was, wouldBe, differs, assumed, refused };
};

const courseOf = (history: readonly WorkflowEvent[], calendar: Calendar): Omit<Course, 'outcome'> => {
  const path: string[] = [];
  const people = new Set<PersonId>();
  let span: Readonly<{ from: Instant; to: Instant }> | undefined;
  for (const { type, data } of history) {
    if (type === 'CaseSubmitted') span ??= { from: data.at, to: data.at };
    if (type === 'StageOpened' && !data.carries) path.push(data.round === 1 ? data.stage : `${data.stage} (${data.round})`);
    if (type === 'DecisionMade') people.add(data.by.by);
    if (span) span = { ...span, to: data.at };
    if (type === 'CaseClosed') break;
  }
  const workingDays = span ? workingDaysBetween(calendar, dayOf(calendar, span.from), dayOf(calendar, span.to)) : 0;
  return { path, people: [...people].sort(), workingDays };
};
