import { type Decider, type Decision, type Message, rejections } from '@app/decider';
import type { ObligationEvent, Party } from './events.js';
import { kinds } from './kinds.js';

type Opened = Extract<ObligationEvent, { type: 'ObligationOpened' }>['data'];

export type ObligationCommand =
  | Message<'OpenObligation', Opened>
  /** `people`: who holds the two offices on that day. */
  | Message<'RemindObligation', { people: Readonly<Record<Party, readonly string[]>>; at: string }>
  /** `offices`: what the caller holds on that day. `today` is the tenant's. */
  | Message<
      'CompleteObligation',
      {
        by: string;
        offices: readonly string[];
        note: string;
        result: Readonly<Record<string, unknown>>;
        today: string;
        at: string;
      }
    >
  | Message<'WithdrawObligation', { because: string; at: string }>;

type Complete = Extract<ObligationCommand, { type: 'CompleteObligation' }>['data'];
type Open = Readonly<{ status: 'open'; obligation: Opened; told: readonly string[] }>;

export type ObligationState =
  Readonly<{ status: 'absent' }> | Open | Readonly<{ status: 'completed' | 'withdrawn'; obligation: Opened }>;

const reject = rejections({
  'obligations.unknown': 'missing',
  'obligations.not-open': 'conflict',
  'obligations.not-yours': 'forbidden',
  'obligations.about-yourself': 'forbidden',
  'obligations.note-missing': 'invalid',
  'obligations.too-early': 'invalid',
});

/** Something that an office owes by a day, because of a case: an evaluation, a follow-up of training. */
export const obligation: Decider<ObligationCommand, ObligationEvent, ObligationState> = {
  initial: { status: 'absent' },

  decide: (command, state) => {
    switch (command.type) {
      case 'OpenObligation':
        // A move that was halted and takes effect after all is owed again.
        return state.status === 'absent' || state.status === 'withdrawn'
          ? [{ type: 'ObligationOpened', data: command.data }]
          : [];
      case 'RemindObligation':
        return state.status === 'open' ? remind(command.data, state) : [];
      case 'CompleteObligation':
        if (state.status === 'absent') return reject('obligations.unknown', 'There is no such obligation.');
        if (state.status !== 'open') return reject('obligations.not-open', 'It is no longer owed.', { status: state.status });
        return complete(command.data, state);
      case 'WithdrawObligation':
        return state.status === 'open'
          ? [{ type: 'ObligationWithdrawn', data: { id: state.obligation.id, ...command.data } }]
          : [];
    }
  },

  evolve: (state, { type, data }) => {
    switch (type) {
      case 'ObligationOpened':
        return { status: 'open', obligation: data, told: [] };
      case 'ObligationReminderFellDue':
        return state.status === 'open' ? { ...state, told: [...state.told, data.code, ...data.supersedes] } : state;
      case 'ObligationCompleted':
        return state.status === 'open' ? { status: 'completed', obligation: state.obligation } : state;
      case 'ObligationWithdrawn':
        return state.status === 'open' ? { status: 'withdrawn', obligation: state.obligation } : state;
    }
  },
};

/** Each party is told once, by the latest of its reminders that have fallen due; the earlier ones are superseded. */
const remind = (
  { people, at }: Extract<ObligationCommand, { type: 'RemindObligation' }>['data'],
  { obligation: owed, told }: Open,
): readonly ObligationEvent[] =>
  (['owner', 'superior'] as const).flatMap((to): readonly ObligationEvent[] => {
    const due = owed.reminders.filter((reminder) => reminder.to === to && reminder.at <= at && !told.includes(reminder.code));
    const latest = [...due].sort((a, b) => a.at.localeCompare(b.at)).at(-1);
    if (!latest) return [];
    const supersedes = due.filter(({ code }) => code !== latest.code).map(({ code }) => code);
    return [
      {
        type: 'ObligationReminderFellDue',
        data: { id: owed.id, code: latest.code, to, people: people[to], supersedes, dueOn: owed.dueOn, at },
      },
    ];
  });

const complete = ({ by, offices, note, result, today, at }: Complete, { obligation: owed }: Open): Decision<ObligationEvent> => {
  if (!offices.includes(owed.owner) && !offices.includes(owed.superior))
    return reject('obligations.not-yours', 'Only who owes it, or its superior, may fulfil it.', {
      owner: owed.owner,
      superior: owed.superior,
    });
  if (by === owed.subject && !kinds[owed.kind].bySubject)
    return reject('obligations.about-yourself', 'Nobody fulfils this for himself.', { superior: owed.superior });
  if (today < owed.since) return reject('obligations.too-early', 'What it is about has not begun.', { since: owed.since });
  if (note.trim() === '' && Object.values(result ?? {}).every((part) => part === undefined))
    return reject('obligations.note-missing', 'It needs a note or a result.');
  return [{ type: 'ObligationCompleted', data: { id: owed.id, by, note: note.trim(), result, at } }];
};
