import type { Decision } from '@app/decider';
import { isSystem } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { StageOutcome, WorkflowEvent } from '../events.js';
import type { PersonId } from '../people.js';
import { reject } from '../refusals.js';
import { kindOf } from '../stages/index.js';
import type { Open, Returned, Wait, WorkflowState } from '../state.js';
import { whoMayAct } from '../who-may-act.js';
import { closing } from './closing.js';

/** The wait a timer speaks of, if it is still on. */
const waitOf = (
  state: WorkflowState,
  stage: string,
  round: number,
): Readonly<{ state: Open | Returned; wait: Wait }> | undefined => {
  if (state.status !== 'open' && state.status !== 'returned') return undefined;
  const wait = state.status === 'open' ? state.open : state.repair;
  return wait.stage === stage && wait.round === round ? { state, wait } : undefined;
};

/** A deadline passed. It matters only where that stage still waits in that round, and once. */
export const passDeadline = (data: CommandData<'PassDeadline'>, current: WorkflowState): Decision<WorkflowEvent> => {
  if (!isSystem(data.by)) return reject('workflow.system-only', 'Deadlines are passed by the system.');
  const found = waitOf(current, data.stage, data.round);
  const schedule = found?.wait.schedule;
  if (!found || !schedule || found.wait.overdue) return [];
  if (data.at < schedule.dueAt) return reject('workflow.not-due', 'It is not due yet.', { dueAt: schedule.dueAt });

  const { state } = found;
  const passed = (outcome: 'overdue' | 'silent' | 'closed'): WorkflowEvent => ({
    type: 'DeadlinePassed',
    data: { stage: data.stage, round: data.round, outcome, at: data.at },
  });
  if (state.status === 'returned') return [passed('overdue')];
  const { definition: stage, votes } = state.open;
  const outcome: StageOutcome | 'open' = kindOf(stage).atDeadline(stage, votes);
  if (outcome === 'open') return [passed('overdue')];
  return [passed(outcome === 'silent' ? 'silent' : 'closed'), ...closing(state, outcome, '', data)];
};

/** A reminder fell due: once for each of its codes, to whoever it concerns on that day. */
export const remind = (data: CommandData<'Remind'>, current: WorkflowState): Decision<WorkflowEvent> => {
  if (!isSystem(data.by)) return reject('workflow.system-only', 'Reminders are sent by the system.');
  const found = waitOf(current, data.stage, data.round);
  const { schedule, reminded } = found?.wait ?? {};
  const reminder = schedule?.reminders.find(({ code }) => code === data.code);
  if (!found || !schedule || !reminder || reminded?.includes(data.code)) return [];
  if (data.at < reminder.at) return reject('workflow.not-due', 'It is not due yet.', { dueAt: reminder.at });

  const { stage, round, code, at } = data;
  const holdings = reminder.to === 'actors' ? whoMayAct(found.state, data.directory) : (data.directory[reminder.to] ?? []);
  const people: readonly PersonId[] = [...new Set(holdings.map(({ person }) => person))];
  return [{ type: 'ReminderFellDue', data: { stage, round, code, to: reminder.to, people, dueOn: schedule.dueOn, at } }];
};
