import { pausing, resuming } from './clock.js';
import type { Calendar } from './calendar.js';
import type { Instant, PauseReason, WorkflowEvent } from './events.js';
import { begun } from './evolve-tasks.js';
import { evolve } from './evolve.js';
import { scheduleOf } from './schedule.js';
import type { Live, OpenStage, Wait, WorkflowState } from './state.js';

type Now = Readonly<{ at: Instant; calendar: Calendar }>;

/**
 * What a command does, and what it does to the clock of the case as a whole, where its definition has one.
 *
 * That clock runs from the first submission to the end. It stands still while nobody here can do anything: the case is with its
 * proposer, suspended, or everything that is open waits for an answer or for somebody outside. So it need not be thought of where
 * a verb is decided: it follows from what the case has become.
 */
export const withCaseClock = (state: WorkflowState, events: readonly WorkflowEvent[], now: Now): readonly WorkflowEvent[] => {
  if (events.length === 0 || !isTimed(state, events)) return events;
  const after = events.reduce(evolve, state);
  if (after.status === 'absent' || after.status === 'draft') return events;
  const { clock } = after;
  if (after.status === 'closed') return clock ? stoppedBefore(events, clock, now) : events;
  const { deadline } = after.definition;
  if (!deadline) return clock ? [...events, stopped(clock, 'migrated', now)] : events;
  if (clock) return [...events, ...moved({ ...clock, round: after.round }, after, now)];
  const schedule = scheduleOf(deadline, now.at, now.calendar);
  const start: WorkflowEvent = { type: 'CaseClockStarted', data: { schedule, at: now.at } };
  return [...events, start, ...moved(begun(after, start.data), after, now)];
};

const isTimed = (state: WorkflowState, events: readonly WorkflowEvent[]): boolean => {
  if (state.status === 'absent' || state.status === 'closed') return false;
  return state.clock !== null || state.definition.deadline !== undefined || events.some(({ type }) => type === 'CaseMigrated');
};

const moved = (clock: Wait, state: Live, now: Now): readonly WorkflowEvent[] => {
  const because = whyStill(state);
  return because === undefined ? resuming(clock, state.definition.deadline, now) : pausing(clock, because, now.at);
};

/** Why nothing can be done here now. */
const whyStill = (state: Live): PauseReason | undefined => {
  if (state.suspended) return 'suspended';
  if (state.status === 'returned') return 'returned';
  if (state.status !== 'open' || !state.open.every(isElsewhere)) return undefined;
  return state.open.some(({ question }) => question) ? 'asked' : 'outside';
};

const isElsewhere = ({ definition, question }: OpenStage): boolean => definition.kind === 'external' || question !== undefined;

/** Nothing but remarks follows the end of a case. */
const stoppedBefore = (events: readonly WorkflowEvent[], clock: Wait, now: Now): readonly WorkflowEvent[] => {
  const end = events.findLastIndex(({ type }) => type === 'CaseClosed');
  return end < 0 ? events : [...events.slice(0, end), stopped(clock, 'closed', now), ...events.slice(end)];
};

const stopped = (
  { schedule, originalDueOn, overdue, pausedAt }: Wait,
  because: 'closed' | 'migrated',
  { at }: Now,
): WorkflowEvent => {
  const dueOn = schedule?.dueOn ?? '';
  const late = overdue || (pausedAt === undefined && schedule !== undefined && schedule.dueAt < at);
  return { type: 'CaseClockStopped', data: { because, dueOn, originalDueOn: originalDueOn ?? dueOn, overdue: late, at } };
};
