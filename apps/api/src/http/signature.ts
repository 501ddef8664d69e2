import { Refusal, type Signing } from '@app/platform';
import type { Signature } from '@app/workflow';
import type { Asked } from './asked.js';

/**
 * Signs a decision with what came along.
 * @param of the hash of the dossier it is about
 */
export const signatureOf = async (signing: Signing, { caller, proof }: Asked, of: string, at: string): Promise<Signature> => {
  if (!proof) throw new Refusal(422, 'workflow.signature-missing');
  return { ...(await signing.sign(caller.username, of, proof)), at };
};
