import type { Directory, WorkflowState } from '@app/workflow';

const always = [
  'EMPLOYEE',
  'SUBJECT',
  'ORIGIN_HEAD',
  'DEST_HEAD',
  'HR_OFFICER',
  'HR_HEAD',
  'SECRETARY',
  'REGENT',
  'AUDITOR',
] as const;

const holds = (directory: Directory, role: string, person: string): boolean =>
  (directory[role] ?? []).some((holding) => holding.person === person);

/**
 * Whether a person may know of a case at all: its parties, those whose office has to do with it, and whoever has acted on it.
 * What was never submitted is known to who proposes it alone, also once he has withdrawn it; a panel hears of a case once it has come to it.
 */
export const maySee = (
  { workflow, submitted }: Readonly<{ workflow: WorkflowState; submitted: boolean }>,
  directory: Directory,
  person: string,
): boolean => {
  if (workflow.status === 'absent') return false;
  if (workflow.starter.by === person || holds(directory, workflow.starter.role, person)) return true;
  if (!submitted) return false;
  if (workflow.deeds.some((deed) => deed.person === person)) return true;
  if (isAsked(workflow, directory, person)) return true;
  if (always.some((role) => holds(directory, role, person))) return true;
  const reached = new Set([
    ...workflow.passages.map(({ stage }) => stage),
    ...(workflow.status === 'open' ? workflow.open.map(({ stage }) => stage) : []),
  ]);
  return workflow.definition.stages.some(({ key, actor }) => reached.has(key) && holds(directory, actor, person));
};

/** Whoever was asked for information or advice has to see what about. */
const isAsked = (workflow: WorkflowState, directory: Directory, person: string): boolean =>
  workflow.status === 'open' &&
  workflow.open.some(
    ({ question, advisers = [] }) =>
      advisers.some((adviser) => adviser.person === person) ||
      (question !== undefined && (question.of === person || holds(directory, question.of, person))),
  );
