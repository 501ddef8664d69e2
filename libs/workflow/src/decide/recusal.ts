import { type Decision, Rejection } from '@app/decider';
import { acting, current } from '../authority.js';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { whyNotRecuse } from '../guards/recusal.js';
import { resultOf } from '../lines.js';
import { reject } from '../refusals.js';
import type { At, WorkflowState } from '../state.js';
import { whoMayAct } from '../who-may-act.js';
import { closing } from './closing.js';

/** Somebody steps aside, for good. A panel goes on smaller, and may be decided by it; elsewhere another holder of the office acts. */
export const recuse = (data: CommandData<'Recuse'>, state: WorkflowState): Decision<WorkflowEvent> => {
  const here = current(state, data.stage);
  if (here instanceof Rejection) return here;
  const refused = whyNotRecuse(here, data.directory, data.by, data);
  if (refused) return refused;
  const by = acting(here, data.directory, data.by, data);
  if (by instanceof Rejection) return by;
  const { stage, reason, at } = data;
  const { round, votes, claimedBy } = here.open;
  if (here.open.definition.verbs.recuse?.reason === 'required' && reason.trim() === '')
    return reject('workflow.reason-missing', 'This takes a reason.', { stage, verdict: 'recuse' });

  const recusals = [...here.state.recusals, { stage, person: by.by, seat: by.onBehalfOf ?? by.by }];
  const after: At = { state: { ...here.state, recusals }, open: here.open };
  const events: WorkflowEvent[] = [{ type: 'Recused', data: { stage, round, reason, by, at } }];
  if (claimedBy === by.by) events.push({ type: 'TaskReleased', data: { stage, round, by: by.by, at } });
  if (votes.length === 0) return events;
  const out = whoMayAct(after.state, data.directory, stage, data).length;
  const { outcome, fell } = resultOf(after, votes, { out }, 'now');
  return outcome === 'open' ? events : [...events, ...closing(after, outcome, '', data, fell)];
};
