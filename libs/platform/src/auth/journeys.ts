import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';

const journey = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });

/** What is kept of somebody who was sent to the identity provider, until he is back. */
export type Journey = Readonly<z.infer<typeof journey>>;

/**
 * Keeps journeys in the browser that makes them, sealed: so any process may take somebody back, and nobody's journey fits
 * another browser. A seal holds ten minutes, for one tenant.
 */
export class Journeys {
  private readonly key: Uint8Array;

  constructor(
    masterKey: Buffer,
    private readonly tenant: string,
    private readonly now: () => number = Date.now,
  ) {
    this.key = new Uint8Array(hkdfSync('sha256', masterKey, tenant, 'alur sign-in journeys', 32));
  }

  seal(kept: Journey): Promise<string> {
    return new EncryptJWT({ ...kept })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(this.tenant)
      .setExpirationTime(Math.floor(this.now() / 1000) + 600)
      .encrypt(this.key);
  }

  /** `undefined` for what is not ours, was changed, or took too long. */
  async open(sealed: string): Promise<Journey | undefined> {
    try {
      const options = { audience: this.tenant, currentDate: new Date(this.now()), keyManagementAlgorithms: ['dir'] };
      const { payload } = await jwtDecrypt(sealed, this.key, options);
      return journey.parse(payload);
    } catch {
      return undefined;
    }
  }
}
