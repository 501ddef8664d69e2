import type { Rejection } from '@app/decider';
import {
  caseVerbs,
  currentStages,
  type Directory,
  explain,
  type PersonId,
  type ReasonRule,
  type Rights,
  returnTargets,
  stageVerbs,
  type Verb,
} from '@app/workflow';
import { whyNotEdit } from './editing.js';
import type { Existing } from './state.js';

/** Something a person may want to do; where he may not, `refusal` says why. Texts by its code. */
export type CaseAction = Readonly<{
  verb: Verb | 'amend';
  /** The open stage it is done at; `null` where it is done to the case. */
  stage: string | null;
  refusal: Rejection | null;
  reason: ReasonRule | 'none';
  /** What is filled in, besides the stage, in the order of a form. */
  fields: readonly string[];
  /** With a decision: it is signed. */
  signature?: 'required';
  /** With `return`: where to, the default first. */
  to?: readonly string[];
}>;

export type Viewed = Readonly<{ workflow: Existing['workflow']; directory: Directory; rights: Rights; viewer: PersonId }>;

/** What a person may do with a case now, by the guards of the deciding. What the definition does not offer to anybody is left out. */
export const actionsOf = ({ workflow, directory, rights, viewer }: Viewed): readonly CaseAction[] => {
  const why = (verb: Verb, stage?: string) => explain(workflow, viewer, directory, verb, stage, rights) ?? null;
  return [...atStages(workflow, why), ...amending(workflow, directory, viewer), ...atCase(workflow, why)];
};

const isStageVerb = (verb: string): verb is keyof typeof stageVerbs => Object.hasOwn(stageVerbs, verb);
const isCaseVerb = (verb: string): verb is keyof typeof caseVerbs => Object.hasOwn(caseVerbs, verb);

type Why = (verb: Verb, stage?: string) => Rejection | null;

const atStages = (workflow: Existing['workflow'], why: Why): readonly CaseAction[] =>
  currentStages(workflow).flatMap((stage) =>
    Object.keys(stageVerbs)
      .filter(isStageVerb)
      .filter((verb) => stageVerbs[verb].offered(stage))
      .map((verb) => ({
        verb,
        stage: stage.key,
        refusal: why(verb, stage.key),
        reason: stageVerbs[verb].reason(stage),
        fields: stageVerbs[verb].fields,
        ...(stageVerbs[verb].command === 'Decide' && stage.signature && { signature: stage.signature }),
        ...(verb === 'return' && { to: returnTargets(workflow, stage.key) }),
      })),
  );

/** Of a case that is over, nothing is left to do but to remark on it. */
const atCase = (workflow: Existing['workflow'], why: Why): readonly CaseAction[] =>
  Object.keys(caseVerbs)
    .filter(isCaseVerb)
    .filter((verb) => caseVerbs[verb].offered(workflow.definition))
    .filter((verb) => verb === 'comment' || workflow.status !== 'closed')
    .filter((verb) => verb !== 'submit' || isWithProposer(workflow))
    .map((verb) => ({
      verb,
      stage: null,
      refusal: why(verb),
      reason: caseVerbs[verb].reason(workflow.definition),
      fields: caseVerbs[verb].fields,
    }));

const isWithProposer = ({ status }: Existing['workflow']): boolean => status === 'draft' || status === 'returned';

const amending = (workflow: Existing['workflow'], directory: Directory, viewer: PersonId): readonly CaseAction[] =>
  isWithProposer(workflow)
    ? [
        {
          verb: 'amend',
          stage: null,
          refusal: whyNotEdit({ workflow }, directory, viewer) ?? null,
          reason: 'none',
          fields: ['dossier'],
        },
      ]
    : [];
