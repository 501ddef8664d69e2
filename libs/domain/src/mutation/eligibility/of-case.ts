import type { Rejection } from '@app/decider';
import { type Calendar, dayOf, type Holding, type Instant } from '@app/workflow';
import { checklistOf } from '../checklist.js';
import type { Examined } from '../commands.js';
import { type Day, latest } from '../days.js';
import { verificationStage } from '../documents.js';
import type { Eligibility, ProposalEvent, RulePhase } from '../events.js';
import type { Existing } from '../proposing.js';
import { reject } from '../refusals.js';
import { stageOf } from '../state.js';
import { checkEligibility, isBlocking } from './check.js';
import type { ActorFact, RuleFacts } from './rule-facts.js';

/** What a check is asked for, beside the facts. */
export type Asked = Readonly<{
  phase: RulePhase;
  at: Instant;
  calendar: Calendar;
  actor?: ActorFact;
  signing?: readonly Holding[];
  /** A decree that is about to be issued. */
  decree?: Readonly<{ date: Day; effectiveDate: Day }>;
}>;

/** The rules, asked of a case as it is now. */
export const examine = (found: Existing, { facts, ruleSet }: Examined, asked: Asked): Eligibility =>
  checkEligibility(factsOf(found, facts, asked), ruleSet);

/** The day the rules reckon with: the decree's, else the wished one, and never one that has passed. */
export const dayOfMove = ({ proposal }: Existing, today: Day): Day => {
  const { decree, dossier } = proposal;
  if (decree) return decree.effectiveDate;
  return dossier.effectiveDate === null ? today : latest(dossier.effectiveDate, today);
};

const factsOf = (
  found: Existing,
  facts: Examined['facts'],
  { phase, at, calendar, actor, signing, decree }: Asked,
): RuleFacts => {
  const { workflow, proposal } = found;
  const today = dayOf(calendar, at);
  const { dossier } = proposal;
  const fixed = decree ?? proposal.decree;
  const signatory = signing?.find(({ kind }) => kind === 'definitive') ?? signing?.[0];
  return {
    ...facts,
    phase,
    moveType: dossier.moveType,
    ownRequest: dossier.ownRequest,
    today,
    day: fixed?.effectiveDate ?? dayOfMove(found, today),
    papers: checklistOf(found, today, calendar.zone).map(({ type, required, producedBy, state }) => ({
      type,
      required: required && producedBy === null,
      state,
    })),
    proposer: proposal.proposer.by,
    actor: actor ?? null,
    verifier:
      workflow.passages.findLast(({ stage, outcome }) => stage === verificationStage && outcome === 'passed')?.votes.at(-1)?.by
        .by ?? null,
    signatory: signatory ? { person: signatory.person, kind: signatory.kind } : (actor ?? null),
    panel: panelOf(found),
    decree: fixed,
    approvedOn: workflow.status === 'closed' && workflow.outcome === 'approved' ? dayOf(calendar, workflow.closedAt) : null,
  };
};

const panelOf = ({ workflow: { definition, passages } }: Existing): RuleFacts['panel'] => {
  const stage = definition.stages.find(({ kind }) => kind === 'panel');
  const session = passages.findLast((passage) => passage.stage === stage?.key && passage.outcome !== 'skipped');
  if (stage?.kind !== 'panel' || !session) return null;
  return { size: stage.size, quorum: stage.quorum, cast: session.votes.length, outcome: session.outcome };
};

/** The refusal that names what stands in the way, if anything does. */
export const whyNotEligible = ({ phase, result, verdicts }: Eligibility): Rejection | undefined =>
  result === 'blocked'
    ? reject('mutation.not-eligible', 'The rules do not allow this move.', {
        phase,
        rules: verdicts.filter(isBlocking).map(shown),
      })
    : undefined;

export const whyNotWithoutReason = ({ phase, result, verdicts }: Eligibility, reason: string): Rejection | undefined =>
  result === 'warnings' && reason.trim() === ''
    ? reject('mutation.warnings-need-reason', 'Warnings are answered with a reason.', {
        phase,
        rules: verdicts
          .filter(({ outcome, severity }) => outcome === 'warn' || (outcome === 'unknown' && severity === 'warn'))
          .map(shown),
      })
    : undefined;

/** What a refusal says of a verdict. Why somebody was sanctioned is for those alone whose office needs it. */
const shown = ({ rule, outcome, severity, message, inputs, basis }: Eligibility['verdicts'][number]) => ({
  rule,
  outcome,
  severity,
  message,
  inputs: confidential.has(rule) ? {} : inputs,
  basis,
});

const confidential: ReadonlySet<string> = new Set(['E30', 'E31']);

export const checked = (found: Existing, eligibility: Eligibility, at: Instant): ProposalEvent => ({
  type: 'EligibilityChecked',
  data: { ...eligibility, stage: stageOf(found) ?? eligibility.phase, round: found.workflow.round, at },
});
