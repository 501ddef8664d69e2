import type { CaseContext } from '@app/workflow';
import type { Eligibility } from './events.js';
import type { EligibilityFacts } from './facts.js';
import type { Proposal } from './state.js';

/** What the `when` of a stage may ask about a transfer. */
export const contextNames = [
  'moveType',
  'ownRequest',
  'proposerRole',
  'employeeType',
  'sourceType',
  'targetType',
  'sourceEchelon',
  'targetEchelon',
  'inFreezeScope',
  'warnings',
] as const;

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
  }) satisfies Record<(typeof contextNames)[number], CaseContext[string]>;
