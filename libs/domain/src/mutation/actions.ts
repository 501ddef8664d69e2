import type { Rejection } from '@app/decider';
import { type Directory, explain, type PersonId, type ReasonRule, type Rights, type Verb } from '@app/workflow';
import type { Day } from './days.js';
import { whyNotApprove } from './deciding.js';
import { whyNotIssue, whyNotRescind } from './decree.js';
import { verificationStage, whyNotJudge } from './documents.js';
import { type Existing, whyNotEdit } from './proposing.js';
import { reject } from './refusals.js';

/** What of the engine's verbs a proposal's page offers. */
type DeskVerb = Extract<Verb, 'submit' | 'approve' | 'reject' | 'return' | 'withdraw' | 'comment'>;

/** Something a person may want to do; where he may not, `refusal` says why. Texts by its code. */
export type Action = Readonly<{
  verb: DeskVerb | 'amend' | 'attach' | 'judge' | 'decree' | 'rescind';
  refusal: Rejection | null;
  reason: ReasonRule | 'none';
  /** With a decision: it is signed. */
  signature?: 'required';
  /** With `return`: where to, the default first. */
  to?: readonly string[];
}>;

type Asked = Readonly<{ found: Existing; directory: Directory; rights: Rights; viewer: PersonId; today: Day; zone: string }>;

/** What a person may do with a case now, by the same guards as the deciding. */
export const actionsOf = (asked: Asked): readonly Action[] => {
  const { found, directory, rights, viewer, today } = asked;
  const { workflow } = found;
  const why = (verb: Verb) => explain(workflow, viewer, directory, verb, undefined, rights) ?? null;
  const signature = workflow.status === 'open' && workflow.open[0].definition.signature;
  const signed = signature ? { signature } : {};
  const editing = whyNotEdit(found, directory, viewer) ?? null;
  const decreed = found.proposal.decree
    ? reject('mutation.decree-exists', 'It has a decree.', { number: found.proposal.decree.number })
    : undefined;
  return [
    { verb: 'submit', refusal: why('submit'), reason: 'none' },
    { verb: 'amend', refusal: editing, reason: 'none' },
    { verb: 'attach', refusal: editing, reason: 'none' },
    { verb: 'judge', refusal: whyNotJudge(found, directory, viewer) ?? null, reason: 'optional' },
    {
      verb: 'approve',
      refusal: why('approve') ?? whyNotApprove(found, today, asked.zone) ?? null,
      reason: reasonFor(asked),
      ...signed,
    },
    { verb: 'reject', refusal: why('reject'), reason: verbsOf(found)?.reject?.reason ?? 'required', ...signed },
    {
      verb: 'return',
      refusal: why('return'),
      reason: verbsOf(found)?.return?.reason ?? 'required',
      to: verbsOf(found)?.return?.to ?? [],
      ...signed,
    },
    { verb: 'withdraw', refusal: why('withdraw'), reason: 'required' },
    { verb: 'comment', refusal: why('comment'), reason: 'none' },
    { verb: 'decree', refusal: whyNotIssue(found, directory, viewer) ?? decreed ?? null, reason: 'none' },
    { verb: 'rescind', refusal: whyNotRescind(found, directory, viewer, today) ?? null, reason: 'required' },
  ];
};

const verbsOf = ({ workflow }: Existing) => (workflow.status === 'open' ? workflow.open[0].definition.verbs : undefined);

/** Warnings that stand are answered with a reason, whatever the definition says. */
const reasonFor = ({ found }: Asked): ReasonRule => {
  const asked = verbsOf(found)?.approve?.reason ?? 'optional';
  const guarded =
    found.workflow.status === 'open' &&
    found.workflow.open.some(({ stage }) => stage === verificationStage || stage === 'decision');
  return guarded && found.proposal.eligibility?.result === 'warnings' ? 'required' : asked;
};
