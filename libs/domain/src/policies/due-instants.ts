import { projection } from '@app/event-store';
import type { Schedule } from '@app/workflow';
import type { ReviewEvent } from '@app/domain/audit';
import type { CaseEvent } from '@app/domain/cases';
import type { ProposalEvent } from '@app/domain/mutation';
import type { ObligationEvent } from '@app/domain/obligations';
import { caseIdOf, type CaseKind, caseOf } from './case-streams.js';
import { startOf } from './zone.js';

/** One thing that is to happen. `code`: which reminder, `deadline`, or `take-effect`. */
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

const ofStage = (stream: string, stage: string, round: number, schedule: Schedule | undefined): DueInstantRow | undefined =>
  schedule &&
  waiting({
    kind: 'stage',
    id: idOf(stream),
    stage,
    round,
    pending: [...schedule.reminders.map(({ code, at }) => ({ code, at })), { code: 'deadline', at: schedule.dueAt }],
  });

const idOf = (stream: string): string => caseIdOf(stream) ?? stream;

/** What kind of case a wait is of, by its key. */
export const kindOfWait = (key: string): CaseKind => caseOf(key)?.kind ?? 'mutation';

const keyOf = ({ stream }: Readonly<{ stream: string }>, stage: string, round: number) => `${stream}#${stage}#${round}`;
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
  version: 1,
  columns: { kind: 'text', id: 'text', stage: 'text', round: 'integer', pending: 'jsonb', next_at: 'timestamptz' },
  indexes: [['next_at']],
  key: (event) => {
    switch (event.type) {
      case 'StageOpened':
      case 'StageClosed':
      case 'ReminderFellDue':
      case 'DeadlinePassed':
      case 'ClockPaused':
      case 'ClockResumed':
      case 'DeadlinesReplanned':
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
    StageOpened: (_, { stream, data: { stage, round, schedule } }) => ofStage(stream, stage, round, schedule),
    StageClosed: () => undefined,
    CaseReturned: (row, { stream, data: { to, round, schedule } }) =>
      to === 'submission' ? ofStage(stream, to, round, schedule) : row,
    CaseSubmitted: () => undefined,
    CaseClosed: () => undefined,
    ReminderFellDue: (row, { stream, data: { stage, round, code, next } }) => {
      const rest = without(row, [code]);
      if (!next) return rest;
      const { id } = rest ?? { id: idOf(stream) };
      const pending = [...(rest?.pending ?? []), { code: next.code, at: next.at }];
      return waiting({ kind: 'stage', id, stage, round, pending });
    },
    DeadlinePassed: (row) => without(row, ['deadline']),
    ClockPaused: () => undefined,
    ClockResumed: (_, { stream, data: { stage, round, schedule, overdue } }) => {
      const row = ofStage(stream, stage, round, schedule);
      return overdue ? without(row, ['deadline']) : row;
    },

    DeadlinesReplanned: (_, { stream, data: { stage, round, to, overdue } }) => {
      const row = ofStage(stream, stage, round, to);
      return overdue ? without(row, ['deadline']) : row;
    },

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
