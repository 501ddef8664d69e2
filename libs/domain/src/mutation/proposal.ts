import type { Decider, Decision, Rejection } from '@app/decider';
import { workflow } from '@app/workflow';
import type { Guard, ProposalCommand } from './commands.js';
import { decideStage, submit } from './deciding.js';
import { issue, recordPrint, rescind } from './decree.js';
import { attach, judge, remove } from './documents.js';
import { amend, draft } from './dossier.js';
import { complete, halt, takeEffect } from './effect.js';
import type { ProposalEvent } from './events.js';
import { evolve, initial } from './evolve.js';
import { reject } from './refusals.js';
import { etagOf, type ProposalState } from './state.js';

const decide = (command: ProposalCommand, state: ProposalState): Decision<ProposalEvent> => {
  const stale = whyStale(command.data, state);
  if (stale) return stale;
  switch (command.type) {
    case 'DraftProposal':
      return draft(command, state);
    case 'AmendProposal':
      return amend(command, state);
    case 'AttachDocument':
      return attach(command, state);
    case 'RemoveDocument':
      return remove(command, state);
    case 'JudgeDocument':
      return judge(command, state);
    case 'SubmitProposal':
      return submit(command, state);
    case 'Decide':
      return decideStage(command, state);
    case 'IssueDecree':
      return issue(command, state);
    case 'RecordPrint':
      return recordPrint(command, state);
    case 'Rescind':
      return rescind(command, state);
    case 'TakeEffect':
      return takeEffect(command, state);
    case 'Halt':
      return halt(command, state);
    case 'Complete':
      return complete(command, state);
    default:
      return workflow.decide(command, state.workflow);
  }
};

/** Whether the command rests on something that is no longer so. */
const whyStale = ({ ifMatch, about }: Guard, state: ProposalState): Rejection | undefined => {
  if (ifMatch !== undefined && ifMatch !== etagOf(state))
    return reject('mutation.changed-meanwhile', 'Somebody was faster.', { etag: etagOf(state) });
  const dossier = state.proposal?.dossier;
  const same =
    !about ||
    !dossier ||
    (['employeeId', 'fromAgency', 'toAgency', 'toPost'] as const).every((part) => about[part] === dossier[part]);
  return same ? undefined : reject('mutation.facts-stale', 'The facts were gathered for another dossier.');
};

/**
 * The rules of one transfer, in one stream: the engine's case, and beside it dossier, papers, eligibility and decree.
 *
 * The facts of other contexts come with the command; the rules are run inside, over the state that is decided in, so that a
 * lost race can't record a check that rests on an older dossier.
 */
export const proposal: Decider<ProposalCommand, ProposalEvent, ProposalState> = { initial, decide, evolve };
