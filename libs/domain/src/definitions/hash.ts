import { createHash } from 'node:crypto';
import canonicalizePackage from 'canonicalize';

// The package is CommonJS whose types speak of a default export; hence the one cast.
const inOrder = canonicalizePackage as unknown as (value: unknown) => string | undefined;

/** The one way to write a value of JSON down (RFC 8785): two that are equal read the same. */
export const canonical = (value: unknown): string => inOrder(value) ?? '';

/** SHA-256 (hex) over the RFC 8785 form. */
export const hashOf = (value: object): string => createHash('sha256').update(canonical(value)).digest('hex');
