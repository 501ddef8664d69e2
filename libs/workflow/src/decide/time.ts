import type { Decision } from '@app/decider';
import { isSystem } from '../authority.js';
import type { CommandData } from '../commands.js';
import { placeOf } from '../clock.js';
import type { WaitKind, WorkflowEvent } from '../events.js';
import { peopleAsked } from '../guards/questions.js';
import type { Directory, Holding, PersonId } from '../people.js';
import { resultOf } from '../lines.js';
import { reject } from '../refusals.js';
import type { Rights } from '../rights.js';
import { repeatOf } from '../schedule.js';
import type { At, Wait, WorkflowState } from '../state.js';
import { waitingFor, whoMayAct } from '../who-may-act.js';
import { closing } from './closing.js';

/** `here`: the stage, where it is the stage that waits. `people`: for whom it waits. */
type Waiting = Readonly<{ wait: Wait; here?: At; people: (directory: Directory) => readonly PersonId[] }>;

type Asked = Rights & Readonly<{ stage: string; round: number; wait?: WaitKind }>;

/** The wait a timer speaks of, if it is still on. */
const waitOf = (state: WorkflowState, asked: Asked): Waiting | undefined => {
  const { stage, round } = asked;
  if (asked.wait === 'case') {
    if ((state.status !== 'open' && state.status !== 'returned') || !state.clock) return undefined;
    const wait = { ...state.clock, round: state.round };
    return { wait, people: (who) => waitingFor(state, who, asked).flatMap(({ people }) => people) };
  }
  if (state.status === 'returned') {
    const wait = state.repair;
    return wait.stage === stage && wait.round === round
      ? { wait, people: (who) => peopleOf(whoMayAct(state, who, undefined, asked)) }
      : undefined;
  }
  if (state.status !== 'open') return undefined;
  const open = state.open.find((each) => each.stage === stage && each.round === round);
  if (asked.wait === 'question') {
    const { wait, of } = open?.question ?? {};
    return wait && of !== undefined ? { wait, people: (who) => peopleAsked(who, of) } : undefined;
  }
  return open && { wait: open, here: { state, open }, people: (who) => peopleOf(whoMayAct(state, who, stage, asked)) };
};

const peopleOf = (holdings: readonly Holding[]): readonly PersonId[] => [...new Set(holdings.map(({ person }) => person))];

/** A deadline passed. It matters only where that stage still waits in that round, and once. */
export const passDeadline = (data: CommandData<'PassDeadline'>, current: WorkflowState): Decision<WorkflowEvent> => {
  if (!isSystem(data.by)) return reject('workflow.system-only', 'Deadlines are passed by the system.');
  const found = waitOf(current, data);
  const schedule = found?.wait.schedule;
  if (!found || !schedule || found.wait.overdue || found.wait.pausedAt !== undefined) return [];
  if (data.at < schedule.dueAt) return reject('workflow.not-due', 'It is not due yet.', { dueAt: schedule.dueAt });

  const { here } = found;
  const passed = (outcome: 'overdue' | 'silent' | 'closed'): WorkflowEvent => ({
    type: 'DeadlinePassed',
    data: { ...placeOf(found.wait), outcome, at: data.at },
  });
  if (!here) return [passed('overdue')];
  const { outcome, fell } = resultOf(here, here.open.votes, { out: 0 }, 'deadline');
  if (outcome === 'open') return [passed('overdue')];
  return [passed(outcome === 'silent' ? 'silent' : 'closed'), ...closing(here, outcome, '', data, fell)];
};

/** A reminder fell due: once for each of its codes, to whoever it concerns on that day. */
export const remind = (data: CommandData<'Remind'>, current: WorkflowState): Decision<WorkflowEvent> => {
  if (!isSystem(data.by)) return reject('workflow.system-only', 'Reminders are sent by the system.');
  const found = waitOf(current, data);
  const { schedule, reminded, pausedAt } = found?.wait ?? {};
  const reminder = schedule?.reminders.find(({ code }) => code === data.code);
  if (!found || !schedule || !reminder || pausedAt !== undefined || reminded?.includes(data.code)) return [];
  if (data.at < reminder.at) return reject('workflow.not-due', 'It is not due yet.', { dueAt: reminder.at });

  const { code, at } = data;
  const people =
    reminder.to === 'actors' ? [...new Set(found.people(data.directory))] : peopleOf(data.directory[reminder.to] ?? []);
  const next = repeatOf(reminder, at, data.calendar);
  return [
    {
      type: 'ReminderFellDue',
      data: { ...placeOf(found.wait), code, to: reminder.to, people, dueOn: schedule.dueOn, ...(next && { next }), at },
    },
  ];
};
