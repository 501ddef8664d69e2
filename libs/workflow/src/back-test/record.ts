import { Temporal } from 'temporal-polyfill';
import type { StageDefinition, Verdict } from '../definition.js';
import type { Capacity, CaseContext, CaseOutcome, Instant, WorkflowEvent } from '../events.js';
import type { Holding, PersonId, Role } from '../people.js';

/** Milliseconds. */
export type Span = number;

/** What somebody did at a stage, and how long after it had opened. */
export type Act = Readonly<{ verdict: Verdict; by: Capacity; to?: string; after: Span }>;

/** One time that a stage was open. */
export type Visit = Readonly<{
  stage: string;
  round: number;
  role: Role;
  kind: StageDefinition['kind'];
  acts: readonly Act[];
  /** Where a machine or somebody outside answered. */
  answer?: Readonly<{ outcome: 'passed' | 'failed'; after: Span }>;
}>;

/** One submission, and how long the proposer had the case before it. */
export type Submission = Readonly<{ by: PersonId; context: CaseContext; changed: boolean; after: Span }>;

/** What people and machines did in a case that has ended, as far as it bears on its path. */
export type CaseRecord = Readonly<{
  subject: PersonId;
  starter: Capacity;
  submissions: readonly Submission[];
  visits: readonly Visit[];
  /** Where it was taken back or ended from outside, and how long after it was first submitted. */
  ended?: Readonly<{ how: Extract<CaseOutcome, 'withdrawn' | 'cancelled'>; by: PersonId; after: Span }>;
  startedAt: Instant;
  submittedAt: Instant;
  closedAt: Instant;
  outcome: CaseOutcome;
  holdings: ReadonlyMap<Role, readonly Holding[]>;
}>;

export const msOf = (at: Instant): number => Temporal.Instant.from(at).epochMilliseconds;
export const instantOf = (ms: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' });

type Draft = { -readonly [Key in keyof Visit]: Visit[Key] } & { acts: Act[]; opened: number };

/** Reads a history; nothing where the case was never submitted or has not ended. */
export const recordOf = (history: readonly WorkflowEvent[]): CaseRecord | undefined => {
  const visits: Draft[] = [];
  const submissions: Submission[] = [];
  const holdings = new Map<Role, readonly Holding[]>();
  // Of what is spoken of, the newest time is meant: a stage is closed before it is opened again.
  const at = (stage: string) => visits.findLast((visit) => visit.stage === stage);
  let begun: Extract<WorkflowEvent, { type: 'CaseStarted' }>['data'] | undefined;
  let submittedAt: Instant | undefined;
  let withProposer = 0;
  for (const { type, data } of history) {
    if (type === 'CaseStarted') {
      begun = data;
      withProposer = msOf(data.at);
    } else if (type === 'CaseSubmitted') {
      submittedAt ??= data.at;
      const changed = data.resumeAt === undefined;
      submissions.push({ by: data.by.by, context: data.context, changed, after: msOf(data.at) - withProposer });
    } else if (type === 'StageOpened') {
      const { stage, round, role, kind } = data;
      if (data.carries) continue;
      visits.push({ stage, round, role, kind, acts: [], opened: msOf(data.at) });
      holdings.set(role, [...(holdings.get(role) ?? []), ...data.holdings]);
    } else if (type === 'DecisionMade') {
      const visit = at(data.stage);
      visit?.acts.push({ verdict: data.verdict, by: data.by, after: msOf(data.at) - visit.opened });
      const { by: person, role, office, kind, onBehalfOf } = data.by;
      const holding = { office, person, kind, ...(onBehalfOf !== undefined && { onBehalfOf }) };
      holdings.set(role, [...(holdings.get(role) ?? []), holding]);
    } else if (type === 'CheckRecorded') {
      const visit = at(data.stage);
      if (visit) visit.answer = { outcome: data.outcome, after: msOf(data.at) - visit.opened };
    } else if (type === 'CaseReturned') {
      const visit = at(data.from);
      const last = visit?.acts.pop();
      if (visit && last) visit.acts.push({ ...last, to: data.to });
      if (data.to === 'submission') withProposer = msOf(data.at);
    } else if (type === 'CaseClosed') {
      if (!begun || submittedAt === undefined) return undefined;
      const { outcome, by = 'system:end', at: closedAt } = data;
      const outside = outcome === 'withdrawn' || outcome === 'cancelled';
      return {
        subject: begun.subject,
        starter: begun.by,
        submissions,
        visits,
        ...(outside && { ended: { how: outcome, by, after: msOf(closedAt) - msOf(submittedAt) } }),
        startedAt: begun.at,
        submittedAt,
        closedAt,
        outcome,
        holdings,
      };
    }
  }
  return undefined;
};
