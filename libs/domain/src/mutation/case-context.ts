import type { CaseContext } from '@app/workflow';
import type { EligibilityFacts } from './facts.js';
import type { Proposal } from './state.js';

/** What the `when` of a stage may ask about a transfer. */
export const contextNames = [
  'moveType',
  'ownRequest',
  'proposerRole',
  'employeeType',
  'sourcePosition',
  'targetPosition',
  'sourceEchelon',
  'targetEchelon',
  'inFreezeScope',
  'sameAgency',
] as const;

export const contextOf = ({ dossier, proposer }: Proposal, { person, target }: EligibilityFacts): CaseContext =>
  ({
    moveType: dossier.moveType,
    ownRequest: dossier.ownRequest,
    proposerRole: proposer.role,
    employeeType: person?.employeeType ?? null,
    sourcePosition: person?.assignment?.postType ?? null,
    targetPosition: target?.type ?? null,
    sourceEchelon: person?.assignment?.echelon ?? null,
    targetEchelon: target?.echelon ?? null,
    inFreezeScope: (person?.assignment?.inFreezeScope ?? false) || (target?.inFreezeScope ?? false),
    sameAgency: dossier.fromAgency === dossier.toAgency,
  }) satisfies Record<(typeof contextNames)[number], CaseContext[string]>;
