import { createHash } from 'node:crypto';
import canonicalizePackage from 'canonicalize';

// The package is CommonJS whose types speak of a default export; hence the one cast.
const canonicalize = canonicalizePackage as unknown as (value: unknown) => string | undefined;

/** SHA-256 (hex) over the RFC 8785 form. */
export const hashOf = (value: object): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
