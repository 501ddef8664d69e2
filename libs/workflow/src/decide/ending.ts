import type { Decision } from '@app/decider';
import type { CommandData } from '../commands.js';
import type { CaseOutcome, WorkflowEvent } from '../events.js';
import { reject } from '../refusals.js';
import { superseding } from '../routing.js';
import type { Live, WorkflowState } from '../state.js';
import { isProposer, mayCancel, mayWithdraw } from '../withdrawal.js';

/** The proposer takes the case back, at any time before it is decided. */
export const withdraw = (data: CommandData<'Withdraw'>, state: WorkflowState): Decision<WorkflowEvent> => {
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  if (isRepeat(state, 'withdrawn') && isProposer(state, data.directory, data.by)) return [];
  return mayWithdraw(state, data.directory, data.by) ?? ended(data, state, 'withdrawn');
};

/** Ended from outside: what the case is about has fallen away. */
export const cancel = (data: CommandData<'Cancel'>, state: WorkflowState): Decision<WorkflowEvent> => {
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  if (isRepeat(state, 'cancelled')) return [];
  return mayCancel(state, data.directory, data.by) ?? ended(data, state, 'cancelled');
};

const isRepeat = (state: Live, outcome: CaseOutcome): boolean => state.status === 'closed' && state.outcome === outcome;

const ended = ({ by, reason, at }: CommandData<'Withdraw'>, state: Live, outcome: CaseOutcome): Decision<WorkflowEvent> => {
  if (reason.trim() === '') return reject('workflow.reason-missing', 'This takes a reason.');
  const stage = state.status === 'open' ? state.open[0].stage : 'submission';
  const others = state.status === 'open' ? superseding({ state, open: state.open[0] }, at) : [];
  return [...others, { type: 'CaseClosed', data: { outcome, stage, round: state.round, reason, by, at } }];
};
