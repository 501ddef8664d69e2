import type { OpenStage, WorkflowState } from './state.js';

/**
 * What of an ETag tells who may act, beside stage, round and dossier: that the case is suspended, a question is open, a task was
 * taken, advice is owed or was given, somebody stepped aside. Empty where there is none of that, and not moved by a comment or by a
 * panel colleague's vote.
 */
export const taskMark = (state: WorkflowState): string => {
  if (state.status === 'absent') return '';
  const open = state.status === 'open' ? state.open : [];
  const aside = state.recusals.filter(({ stage }) => open.some((each) => each.stage === stage)).length;
  return [
    state.suspended && `suspended-${state.suspended.at}`,
    ...open.map((stage) => markOf(stage)),
    aside > 0 && `aside-${aside}`,
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('.');
};

const markOf = ({ stage, question, claimedBy, advisers = [], answer }: OpenStage): string => {
  const advised = advisers.filter(({ advice }) => advice !== undefined).length;
  const marks = [
    question && `asked-${question.at}`,
    claimedBy !== undefined && `taken-${claimedBy}`,
    advisers.length > 0 && `advice-${advised}-${advisers.length}`,
    answer && 'answered',
  ].filter((part) => typeof part === 'string');
  return marks.length > 0 ? [stage, ...marks].join('-') : '';
};
