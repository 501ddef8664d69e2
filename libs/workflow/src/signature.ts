import type { Rejection } from '@app/decider';
import type { CommandData } from './commands.js';
import { reject } from './refusals.js';
import type { At } from './state.js';

/**
 * Why a decision is not taken for want of a signature. It is of the dossier's hash: case, stage, round and verdict are told by the
 * event that records both, so that a signature is not taken along to another decision.
 */
export const whyUnsigned = ({ stage, signature, dossierHash }: CommandData<'Decide'>, { open }: At): Rejection | undefined => {
  if (!signature)
    return open.definition.signature === 'required'
      ? reject('workflow.signature-missing', 'A decision here is signed.', { stage })
      : undefined;
  return signature.of === dossierHash
    ? undefined
    : reject('workflow.signature-mismatch', 'What was signed is not what is decided on.', { stage });
};
