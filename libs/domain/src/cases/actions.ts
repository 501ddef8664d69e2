import type { Rejection } from '@app/decider';
import {
  type CaseContext,
  currentStages,
  type Directory,
  explain,
  type PersonId,
  type ReasonRule,
  returnTargets,
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
  /** With `return`: where to, the default first. */
  to?: readonly string[];
}>;

export type Viewed = Readonly<{ workflow: Existing['workflow']; directory: Directory; viewer: PersonId; context?: CaseContext }>;

/** The verbs at a stage, in the order of a page. */
const decisions = ['approve', 'return', 'reject'] as const;

/** What a person may do with a case now, by the guards of the deciding. What a stage does not offer to anybody is left out. */
export const actionsOf = ({ workflow, directory, viewer }: Viewed): readonly CaseAction[] => {
  const why = (verb: Verb, stage?: string) => explain(workflow, viewer, directory, verb, stage) ?? null;
  const atCase = (verb: Verb, reason: CaseAction['reason']): CaseAction => ({ verb, stage: null, refusal: why(verb), reason });
  const repairable = workflow.status === 'draft' || workflow.status === 'returned';
  return [
    ...(repairable
      ? [
          atCase('submit', 'none'),
          { verb: 'amend', stage: null, refusal: whyNotEdit({ workflow }, directory, viewer) ?? null, reason: 'none' } as const,
        ]
      : []),
    ...currentStages(workflow).flatMap(({ key, verbs }) =>
      decisions
        .filter((verb) => verbs[verb] !== undefined)
        .map((verb) => ({
          verb,
          stage: key,
          refusal: why(verb, key),
          reason: verbs[verb]?.reason ?? 'optional',
          ...(verb === 'return' && { to: returnTargets(workflow, key) }),
        })),
    ),
    ...(workflow.status === 'closed' ? [] : [atCase('withdraw', 'required')]),
    atCase('comment', 'none'),
  ];
};
