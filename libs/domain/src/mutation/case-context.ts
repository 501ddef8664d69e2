import type { CaseContext, Fields } from '@app/workflow';
import type { Eligibility } from './events.js';
import type { EligibilityFacts } from './facts.js';
import type { Proposal } from './state.js';

/** What the `when` of a stage may ask about a transfer. */
export const contextFields = {
  moveType: 'string',
  ownRequest: 'boolean',
  proposerRole: 'string',
  employeeType: 'string',
  sourceType: 'string',
  targetType: 'string',
  sourceEchelon: 'string',
  targetEchelon: 'string',
  inFreezeScope: 'boolean',
  warnings: 'boolean',
} as const satisfies Fields;

export const contextOf = (
  { dossier, proposer }: Proposal,
  { person, target }: EligibilityFacts,
  eligibility: Eligibility,
): CaseContext =>
  ({
    moveType: dossier.moveType,
    ownRequest: dossier.ownRequest,
    proposerRole: proposer.role,
    employeeType: person?.employeeType ?? null,
    sourceType: person?.assignment?.postType ?? null,
    targetType: target?.type ?? null,
    sourceEchelon: person?.assignment?.echelon ?? null,
    targetEchelon: target?.echelon ?? null,
    inFreezeScope: (person?.assignment?.inFreezeScope ?? false) || (target?.inFreezeScope ?? false),
    warnings: eligibility.result === 'warnings',
  }) satisfies Record<keyof typeof contextFields, CaseContext[string]>;
