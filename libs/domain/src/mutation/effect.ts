import type { Decision } from '@app/decider';
import { dayOf } from '@app/workflow';
import type { Complete, Halt, TakeEffect } from './commands.js';
import { isBlocking } from './eligibility/check.js';
import { checked, examine } from './eligibility/of-case.js';
import type { ProposalEvent } from './events.js';
import { existing } from './proposing.js';
import { type ProposalState, statusOf } from './state.js';

/**
 * The effective date has come. The rules are asked once more; what has changed in the meantime halts the move instead.
 *
 * Not due, not decreed, or in effect already: nothing happens, since a timer may fire early, late or twice.
 */
export const takeEffect = ({ data }: TakeEffect, state: ProposalState): Decision<ProposalEvent> => {
  const found = existing(state);
  const decree = found?.proposal.decree;
  if (!found || !decree || statusOf(state) !== 'decreed') return [];
  const { at, calendar } = data;
  if (dayOf(calendar, at) < decree.effectiveDate) return [];

  const eligibility = examine(found, data, { phase: 'effective', at, calendar });
  if (eligibility.result !== 'blocked')
    return [checked(found, eligibility, at), { type: 'TransferTookEffect', data: { on: decree.effectiveDate, at } }];
  const rules = eligibility.verdicts.filter(isBlocking).map(({ rule }) => rule);
  const { effect } = found.proposal;
  const again =
    effect.status === 'halted' && effect.because === 'not-eligible' && String(effect.facts['rules']) === String(rules);
  return again
    ? []
    : [checked(found, eligibility, at), { type: 'TransferHalted', data: { because: 'not-eligible', facts: { rules }, at } }];
};

/** Something outside the rules kept the person from being moved. */
export const halt = ({ data }: Halt, state: ProposalState): Decision<ProposalEvent> => {
  const effect = state.proposal?.effect;
  const halted = effect?.status === 'halted' && effect.because === data.because;
  const live = statusOf(state) === 'decreed' || statusOf(state) === 'effective';
  return live && !halted ? [{ type: 'TransferHalted', data }] : [];
};

/** The person is in his new post, and the case has nothing left to do. */
export const complete = ({ data }: Complete, state: ProposalState): Decision<ProposalEvent> =>
  state.proposal?.effect.status === 'effective' ? [{ type: 'TransferCompleted', data }] : [];
