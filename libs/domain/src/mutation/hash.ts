import { createHash } from 'node:crypto';
import canonicalizePackage from 'canonicalize';

// The package is CommonJS, and its types say otherwise: the one cast of this lib.
const canonicalize = canonicalizePackage as unknown as (value: unknown) => string | undefined;

/** SHA-256 (hex) of the RFC 8785 form: the same facts, the same hash, whatever the order they came in. Pure. */
export const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
