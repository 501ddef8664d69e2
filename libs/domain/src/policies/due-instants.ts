import { projection } from '@app/event-store';
import type { Schedule, WaitKind } from '@app/workflow';
import type { ReviewEvent } from '@app/domain/audit';
import type { CaseEvent } from '@app/domain/cases';
import type { ProposalEvent } from '@app/domain/mutation';
import type { ObligationEvent } from '@app/domain/obligations';
import { caseIdOf, type CaseKind, caseOf } from './case-streams.js';
import { startOf } from './zone.js';

/** One thing that is to happen. `code`: which reminder, `deadline`, or `take-effect`; of what was asked at a stage `question/…`, of the case as a whole `case/…`. */
export type Pending = Readonly<{ code: string; at: string }>;

export type DueInstantRow = Readonly<{
  kind: 'stage' | 'effect' | 'obligation' | 'review';
  /** The id of the case, the obligation or the review. */
  id: string;
  stage: string | null;
  round: number | null;
  pending: readonly Pending[];
  /** The earliest of `pending`. */
  next_at: string;
}>;

type Waiting = Omit<DueInstantRow, 'next_at'>;

/** What is due next; nothing is left to wait for once nothing is pending. */
const waiting = (row: Waiting): DueInstantRow | undefined => {
  const [first, ...others] = row.pending.map(({ at }) => at);
  return first === undefined ? undefined : { ...row, next_at: others.reduce((least, at) => (at < least ? at : least), first) };
};

const without = (row: DueInstantRow | undefined, codes: readonly string[]): DueInstantRow | undefined =>
  row && waiting({ ...row, pending: row.pending.filter(({ code }) => !codes.includes(code)) });

/** The name under which something of a wait is pending: a stage and what was asked there are one row. */
const named = (code: string, wait: WaitKind | undefined): string => (wait === undefined ? code : `${wait}/${code}`);

/** What is meant by that name. */
export const whatOf = (name: string): Readonly<{ code: string; wait?: WaitKind }> => {
  const wait = waits.find((each) => name.startsWith(`${each}/`));
  return wait === undefined ? { code: name } : { code: name.slice(wait.length + 1), wait };
};
const waits = ['question', 'case'] as const satisfies readonly WaitKind[];

const pendingIn = ({ reminders, dueAt }: Schedule, wait?: WaitKind): readonly Pending[] => [
  ...reminders.map(({ code, at }) => ({ code: named(code, wait), at })),
  { code: named('deadline', wait), at: dueAt },
];

/** What is pending of a wait that begins, or that a migration carried over: then it may stand still, or be overdue. */
const toCome = (
  schedule: Schedule | undefined,
  wait: WaitKind | undefined,
  carried: Readonly<{ paused?: true; overdue?: true }> | undefined,
): readonly Pending[] => {
  if (!schedule || carried?.paused) return [];
  const pending = pendingIn(schedule, wait);
  return carried?.overdue ? pending.filter(({ code }) => code !== named('deadline', wait)) : pending;
};

/** The row with what is pending of one of its waits put in the place of what was. */
const replacing = (
  row: DueInstantRow | undefined,
  { stream, data: { stage, round, wait } }: At,
  pending: readonly Pending[],
): DueInstantRow | undefined => {
  const others = (row?.pending ?? []).filter(({ code }) => whatOf(code).wait !== wait);
  return waiting({ kind: 'stage', id: idOf(stream), stage, round, pending: [...others, ...pending] });
};

type At = Readonly<{ stream: string; data: Readonly<{ stage: string; round: number; wait?: WaitKind }> }>;

const ofStage = (stream: string, stage: string, round: number, schedule: Schedule | undefined): DueInstantRow | undefined =>
  schedule &&
  waiting({
    kind: 'stage',
    id: idOf(stream),
    stage,
    round,
    pending: pendingIn(schedule),
  });

const rescheduled = (
  row: DueInstantRow | undefined,
  event: At & Readonly<{ data: Readonly<{ overdue: boolean }> }>,
  to: Schedule,
): DueInstantRow | undefined => {
  const { wait, overdue } = event.data;
  const moved = replacing(row, event, pendingIn(to, wait));
  return overdue ? without(moved, [named('deadline', wait)]) : moved;
};

const idOf = (stream: string): string => caseIdOf(stream) ?? stream;

/** What kind of case a wait is of, by its key. */
export const kindOfWait = (key: string): CaseKind => caseOf(key)?.kind ?? 'mutation';

const keyOf = ({ stream }: Readonly<{ stream: string }>, stage: string, round: number) => `${stream}#${stage}#${round}`;
/** The case as a whole waits through all its stages and rounds. */
const caseKey = ({ stream }: Readonly<{ stream: string }>) => `${stream}#case`;
const effectKey = ({ stream }: Readonly<{ stream: string }>) => `${stream}#effect`;

/** A move that was halted is tried again a day later, and every day until it takes effect or is rescinded. */
const nextDay = (at: string) => new Date(Date.parse(at) + 86_400_000).toISOString();

/**
 * Everything that falls due some day, one row for each wait: what timers are copies of.
 *
 * Made of events alone, so that an emptied queue, a restart and a jump of the clock lose nothing.
 */
export const dueInstants = projection<DueInstantRow, ProposalEvent | CaseEvent | ObligationEvent | ReviewEvent>({
  name: 'due_instants',
  version: 2,
  columns: { kind: 'text', id: 'text', stage: 'text', round: 'integer', pending: 'jsonb', next_at: 'timestamptz' },
  indexes: [['next_at']],
  key: (event) => {
    switch (event.type) {
      case 'CaseClockStarted':
      case 'CaseClockStopped':
        return caseKey(event);
      case 'ReminderFellDue':
      case 'DeadlinePassed':
      case 'ClockPaused':
      case 'ClockResumed':
      case 'DeadlinesReplanned':
        return event.data.wait === 'case' ? caseKey(event) : keyOf(event, event.data.stage, event.data.round);
      case 'StageOpened':
      case 'StageClosed':
      case 'InformationAsked':
      case 'InformationAnswered':
      case 'CaseClosed':
        return keyOf(event, event.data.stage, event.data.round);
      case 'CaseReturned':
      case 'CaseSubmitted':
        return keyOf(event, 'submission', event.data.round);
      case 'DecreeNumbered':
      case 'TransferTookEffect':
      case 'TransferHalted':
      case 'ApprovalRescinded':
        return effectKey(event);
      case 'ObligationOpened':
      case 'ObligationReminderFellDue':
      case 'ObligationCompleted':
      case 'ObligationWithdrawn':
      case 'ReviewOpened':
      case 'ReviewReminderFellDue':
      case 'ReviewClosed':
        return event.stream;
      default:
        return undefined;
    }
  },
  on: {
    StageOpened: (_, event) => {
      const { stage, round, schedule, carries } = event.data;
      const { asked } = carries ?? {};
      return waiting({
        kind: 'stage',
        id: idOf(event.stream),
        stage,
        round,
        pending: [...toCome(schedule, undefined, carries), ...toCome(asked?.schedule, 'question', asked)],
      });
    },
    StageClosed: () => undefined,
    CaseReturned: (row, { stream, data: { to, round, schedule } }) =>
      to === 'submission' ? ofStage(stream, to, round, schedule) : row,
    CaseSubmitted: () => undefined,
    CaseClosed: () => undefined,
    CaseClockStarted: (_, { stream, data: { schedule } }) =>
      replacing(undefined, { stream, data: { stage: 'case', round: 1, wait: 'case' } }, pendingIn(schedule, 'case')),
    CaseClockStopped: () => undefined,
    InformationAsked: (row, event) => {
      const { stage, round, schedule } = event.data;
      if (!schedule) return row;
      return replacing(row, { ...event, data: { stage, round, wait: 'question' } }, pendingIn(schedule, 'question'));
    },
    InformationAnswered: (row, event) => {
      const { stage, round } = event.data;
      return row && replacing(row, { ...event, data: { stage, round, wait: 'question' } }, []);
    },
    ReminderFellDue: (row, { stream, data: { stage, round, wait, code, next } }) => {
      const rest = without(row, [named(code, wait)]);
      if (!next) return rest;
      const { id } = rest ?? { id: idOf(stream) };
      const pending = [...(rest?.pending ?? []), { code: named(next.code, wait), at: next.at }];
      return waiting({ kind: 'stage', id, stage, round, pending });
    },
    DeadlinePassed: (row, { data: { wait } }) => without(row, [named('deadline', wait)]),
    ClockPaused: (row, event) => row && replacing(row, event, []),
    ClockResumed: (row, event) => rescheduled(row, event, event.data.schedule),
    DeadlinesReplanned: (row, event) => rescheduled(row, event, event.data.to),

    DecreeNumbered: (_, { stream, data }) =>
      waiting({
        kind: 'effect',
        id: idOf(stream),
        stage: null,
        round: null,
        pending: [{ code: 'take-effect', at: startOf(data.effectiveDate) }],
      }),
    TransferTookEffect: () => undefined,
    TransferHalted: (_, { stream, data }) =>
      waiting({
        kind: 'effect',
        id: idOf(stream),
        stage: null,
        round: null,
        pending: [{ code: 'take-effect', at: nextDay(data.at) }],
      }),
    ApprovalRescinded: () => undefined,

    ObligationOpened: (_, { data: { id, reminders } }) =>
      waiting({ kind: 'obligation', id, stage: null, round: null, pending: reminders.map(({ code, at }) => ({ code, at })) }),
    ObligationReminderFellDue: (row, { data }) => without(row, [data.code, ...data.supersedes]),
    ObligationCompleted: () => undefined,
    ObligationWithdrawn: () => undefined,

    ReviewOpened: (_, { data: { id, reminders } }) =>
      waiting({ kind: 'review', id, stage: null, round: null, pending: reminders.map(({ code, at }) => ({ code, at })) }),
    ReviewReminderFellDue: (row, { data }) => without(row, [data.code, ...data.supersedes]),
    ReviewClosed: () => undefined,
  },
});
