import type { FallenLine, StageOutcome, WorkflowEvent } from '../events.js';
import { standingLines } from '../lines.js';
import { afterFailing, afterPassing, type Now } from '../routing.js';
import type { At } from '../state.js';

/** What follows when a stage has come to an outcome: the next stage, or the end of the case. Lines that fell out are named first. */
export const closing = (
  at: At,
  outcome: StageOutcome,
  reason: string,
  now: Now,
  fell: readonly FallenLine[] = [],
): readonly WorkflowEvent[] => {
  const { stage } = at.open;
  const { round } = at.state;
  const closed: WorkflowEvent = { type: 'StageClosed', data: { stage, round, outcome, at: now.at } };
  const onward = outcome === 'failed' ? afterFailing(at, reason, now) : afterPassing(at, now);
  if (at.state.lines.length === 0) return [closed, ...onward];
  const out = new Set(fell.map(({ key }) => key));
  const lines = standingLines(at.state).flatMap(({ key }) => (out.has(key) ? [] : [key]));
  return [
    ...(fell.length > 0
      ? [{ type: 'LinesFellOut', data: { stage, round, lines: fell, at: now.at } } satisfies WorkflowEvent]
      : []),
    closed,
    ...onward.map((event) =>
      event.type === 'CaseClosed' && event.data.outcome === 'approved' ? { ...event, data: { ...event.data, lines } } : event,
    ),
  ];
};
