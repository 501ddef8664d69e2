import type { Rejection } from '@app/decider';
import type { Line } from './events.js';
import { MOST_LINES, standingLines } from './lines.js';
import { reject } from './refusals.js';
import type { Case } from './state.js';

/**
 * Why the lines of a submission will not do. They are given when a batch is submitted first; afterwards lines can be taken out,
 * and none comes back or is added: nobody would have decided on it.
 */
export const whyNotSubmitLines = (state: Case, lines: readonly Line[] | undefined): Rejection | undefined => {
  const { lines: batch } = state.definition;
  if (!batch) return lines ? reject('workflow.lines-not-offered', 'This definition has no lines.') : undefined;
  const first = state.lines.length === 0;
  if (lines === undefined && !first) return undefined;
  if (lines === undefined || lines.length === 0) return reject('workflow.lines-missing', 'A batch has at least one line.');
  const most = Math.min(batch.max, MOST_LINES);
  if (lines.length > most) return invalid(`${lines.length} > ${most}`, { most });
  const keys = new Set(lines.map(({ key }) => key));
  if (keys.size < lines.length) return invalid('key', {});
  if (lines.some(({ key, subject }) => key.trim() === '' || subject.trim() === '')) return invalid('key, subject', {});
  if (first) return undefined;
  const standing = new Map(standingLines(state).map(({ key, subject }) => [key, subject]));
  const strange = lines.filter(({ key, subject }) => standing.get(key) !== subject).map(({ key }) => key);
  if (strange.length === 0) return undefined;
  const fell = strange.every((key) => state.lines.some((line) => line.key === key && line.fell));
  return fell
    ? reject('workflow.line-fallen', 'What fell out of the batch does not come back.', { lines: strange })
    : reject('workflow.line-unknown', 'The batch had no such line.', { lines: strange });
};

const invalid = (about: string, facts: Readonly<Record<string, unknown>>): Rejection =>
  reject('workflow.lines-invalid', 'The lines will not do.', { about, ...facts });
