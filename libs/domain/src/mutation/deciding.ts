import { type Decision, Rejection } from '@app/decider';
import { dayOf, isOpenAt, workflow } from '@app/workflow';
import { contextOf } from './case-context.js';
import { checklistOf, owed } from './checklist.js';
import type { Decide, SubmitProposal } from './commands.js';
import type { Day } from './days.js';
import { changedFields } from './dossier.js';
import { verificationStage } from './documents.js';
import { checked, examine, whyNotEligible, whyNotWithoutReason } from './eligibility/of-case.js';
import type { ProposalEvent, RulePhase } from './events.js';
import { absent, type Existing, existing } from './proposing.js';
import { reject } from './refusals.js';
import type { ProposalState } from './state.js';

/** The stages whose approval asks the rules again, and as what phase. */
export const phaseOfStage: Readonly<Record<string, RulePhase>> = { verification: 'verification', decision: 'decision' };

/** The case goes in, for the first time or repaired. */
export const submit = ({ data }: SubmitProposal, state: ProposalState): Decision<ProposalEvent> => {
  const found = existing(state);
  if (!found) return absent();
  const { by, at, directory, calendar, authority, kin, facts } = data;
  const eligibility = examine(found, data, { phase: 'submission', at, calendar });
  const context = contextOf(found.proposal, facts, eligibility);
  const { dossierHash } = found.proposal;
  const submitted = workflow.decide(
    {
      type: 'SubmitCase',
      data: {
        ...{ by, at, directory, calendar, dossierHash, context, changed: hasChanged(found) },
        ...(authority && { authority }),
        ...(kin && { kin }),
      },
    },
    found.workflow,
  );
  if (submitted instanceof Rejection || submitted.length === 0) return submitted;
  return whyNotEligible(eligibility) ?? [checked(found, eligibility, at), ...submitted];
};

/** Person, post or wished date: what a stage that has seen the case rested on (decisions 17). */
const hasChanged = ({ proposal: { submissions, dossier } }: Existing): boolean => {
  const last = submissions.at(-1);
  return last !== undefined && changedFields(last.dossier, dossier).some((field) => field !== 'reason');
};

/** A stage is decided by the engine; where it is an approval that the rules guard, they are asked of the case as it is now. */
export const decideStage = ({ data }: Decide, state: ProposalState): Decision<ProposalEvent> => {
  const found = existing(state);
  if (!found) return absent();
  const { examined } = data;
  const decided = workflow.decide({ type: 'Decide', data: { ...data, dossierHash: found.proposal.dossierHash } }, state.workflow);
  if (decided instanceof Rejection || decided.length === 0) return decided;
  const phase = data.verdict === 'approve' ? phaseOfStage[data.stage] : undefined;
  if (!phase) return decided;

  const undone = whyNotApprove(found, dayOf(data.calendar, data.at), data.calendar.zone);
  if (undone) return undone;
  if (!examined) return reject('mutation.facts-missing', 'This stage asks the rules, and no facts came with the command.');
  const made = decided.find(({ type }) => type === 'DecisionMade');
  const actor = made?.type === 'DecisionMade' ? { person: made.data.by.by, kind: made.data.by.kind } : undefined;
  const eligibility = examine(found, examined, { phase, at: data.at, calendar: data.calendar, ...(actor && { actor }) });
  return (
    whyNotEligible(eligibility) ??
    whyNotWithoutReason(eligibility, data.reason) ?? [checked(found, eligibility, data.at), ...decided]
  );
};

/** At verification every paper the proposer owes was looked at and will do; with a deficient one the case is returned. */
export const whyNotApprove = (found: Existing, today: Day, zone: string): Rejection | undefined => {
  const { workflow: engine } = found;
  if (!isOpenAt(engine, verificationStage)) return undefined;
  const items = owed(checklistOf(found, today, zone));
  const of = (wanted: string) => items.filter(({ state }) => state === wanted).map(({ type }) => type);
  const unjudged = of('attached');
  if (unjudged.length > 0)
    return reject('mutation.documents-unjudged', 'Every required paper is judged first.', { documents: unjudged });
  const deficient = [...of('deficient'), ...of('missing'), ...of('expired')];
  return deficient.length > 0
    ? reject('mutation.documents-deficient', 'With deficient papers the case is returned.', { documents: deficient })
    : undefined;
};
