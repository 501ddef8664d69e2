import type { Signing } from '@app/platform';
import type { Signature } from '@app/workflow';
import type { Asked } from './asked.js';

/**
 * Signs a decision with what came along; where nothing did it is not signed, and the rules say whether that will do.
 * @param of the hash of the dossier it is about
 * @throws Refusal that says why what came along doesn't sign
 */
export const signatureOf = async (
  signing: Signing,
  { caller, proof, signer }: Asked,
  of: () => Promise<string> | string,
  at: string,
): Promise<Signature | undefined> => {
  const sign = signer ?? (proof && (await signing.open(caller.username, proof)));
  return sign && { ...(await sign(await of())), at };
};
