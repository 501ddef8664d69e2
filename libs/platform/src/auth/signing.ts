import type { Accounts } from './accounts.js';

/** What somebody shows to prove that it is he. `address`: where he is, for the limit on failures. */
export type Proof = Readonly<{ password: string; address: string }>;
/** `method`: how it was signed; `of`: the hash that was. */
export type Signed = Readonly<{ method: string; of: string }>;
/** Signs what was shown, by its hash. Good for the one request that it was opened for, and kept no longer. */
export type Signer = (of: string) => Promise<Signed>;

/**
 * Signs the decision of one request, or those that were sent in one go. Whatever stands behind it (a password here; a certified
 * signature of BSrE, by PP 71/2019, later) promises that: it was the account's own holder, asked anew for this request alone, and
 * every decision has a signature of its own; nothing it was shown is kept, logged or good a second time; and where it can't say so,
 * nothing is signed.
 */
export abstract class Signing {
  /** @throws Refusal that says why not, before anything is signed */
  abstract open(username: string, proof: Proof): Promise<Signer>;
}

/** By the password of the account. Who signs in by a provider alone has none, and can't sign so. */
export class PasswordSigning extends Signing {
  constructor(private readonly accounts: Pick<Accounts, 'confirm'>) {
    super();
  }

  /** @throws Refusal 403 `auth.wrong-password`, 422 `auth.no-password`, 429 `auth.too-many-attempts` */
  async open(username: string, { password, address }: Proof): Promise<Signer> {
    await this.accounts.confirm(username, password, address);
    return (of) => Promise.resolve({ method: 'password', of });
  }
}
