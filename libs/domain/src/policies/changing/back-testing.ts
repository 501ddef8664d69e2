import type { Recorded } from '@app/event-store';
import { type BackTest, backTest, type Calendar, type Definition, type WorkflowEvent } from '@app/workflow';

/** One closed case, and what would have differed. */
export type TestedCase = Readonly<{ caseId: string }> & BackTest;

/** What a draft would have made of closed cases. `days`: medians of working days, `null` without cases. */
export type BackTestReport = Readonly<{
  cases: number;
  same: number;
  differing: Readonly<Record<BackTest['differs'][number], number>>;
  days: Readonly<{ was: number | null; wouldBe: number | null }>;
  /** Stages at which an approval in time was assumed, with how often. */
  assumed: Readonly<Record<string, number>>;
  /** Refusals that the draft would have given, by code. */
  refused: Readonly<Record<string, number>>;
  tested: readonly TestedCase[];
}>;

type Given = Readonly<{
  draft: Definition;
  calendar: Calendar;
  /** Closed cases, newest first. */
  closed: readonly string[];
  /** A case's events, decoded. */
  read: (caseId: string) => Promise<readonly Recorded[]>;
  told?: (done: number, total: number) => void;
}>;

/** Runs a draft on the record of closed cases. Nothing is written; a case that never was submitted is left out. */
export const backTestCases = async ({ draft, calendar, closed, read, told }: Given): Promise<BackTestReport> => {
  const tested: TestedCase[] = [];
  for (const [index, caseId] of closed.entries()) {
    // The engine leaves alone what it doesn't know, so that the events of the dossier may stand among its own.
    const history = (await read(caseId)) as readonly Recorded<WorkflowEvent>[];
    const found = backTest(draft, history, calendar);
    if (found) tested.push({ caseId, ...found });
    told?.(index + 1, closed.length);
  }
  const differing = { path: 0, people: 0, workingDays: 0, outcome: 0 };
  for (const { differs } of tested) for (const aspect of differs) differing[aspect]++;
  return {
    cases: tested.length,
    same: tested.filter(({ differs }) => differs.length === 0).length,
    differing,
    days: {
      was: median(tested.map(({ was }) => was.workingDays)),
      wouldBe: median(tested.map(({ wouldBe }) => wouldBe.workingDays)),
    },
    assumed: counted(tested.flatMap(({ assumed }) => assumed)),
    refused: counted(tested.flatMap(({ refused }) => refused.map(({ code }) => code))),
    tested,
  };
};

const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};

const counted = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};
