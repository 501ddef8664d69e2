import type { Rejection } from '@app/decider';
import { reject } from '../refusals.js';
import type { Live } from '../state.js';

const MOST_ATTACHMENTS = 200;

export const whyNotAttach = (state: Live): Rejection | undefined => {
  if (state.status === 'closed') return reject('workflow.closed', 'The case is closed.', { outcome: state.outcome });
  if (state.suspended) return reject('workflow.suspended', 'The case is suspended.', { since: state.suspended.at });
  return state.attachments.length >= MOST_ATTACHMENTS
    ? reject('workflow.too-many-attachments', 'The case has as many as it can.', { most: MOST_ATTACHMENTS })
    : undefined;
};
