import { taskMark } from '@app/workflow';
import { type CaseState, roundOf, stagesOf, statusOf } from './state.js';

/**
 * Changes with stage, round, status and dossier, and so with a decision that closes a stage, and with whatever else changes who may
 * act: a suspension, a question, a task that was taken, advice, a recusal; not with a comment, a reminder or a panel colleague's vote
 * (decisions 11).
 */
export const etagOf = ({ workflow, file }: CaseState): string =>
  [statusOf(workflow), stagesOf(workflow).join('+'), roundOf(workflow), file?.hash.slice(0, 16) ?? '', taskMark(workflow)]
    .filter((part) => part !== '')
    .join('.')
    .replaceAll(/[^\w.+-]/g, '_');
