import type { FastifyReply } from 'fastify';

/** What a write came to, and what of it goes into headers. */
export type Written<Body> = Readonly<{ body: Body; position: string | undefined; etag?: string; location?: string }>;

/** The position by which everything is visible that several writes came to. */
export const newest = (positions: readonly (string | undefined)[]): string | undefined =>
  positions.reduce((a, b) => (b === undefined || (a !== undefined && BigInt(a) >= BigInt(b)) ? a : b), undefined);

/** Sets the headers of a write or of a versioned read, and gives its body. */
export const answer = <Body>(reply: FastifyReply, { body, position, etag, location }: Written<Body>): Body => {
  if (position !== undefined) reply.header('x-position', position);
  if (etag !== undefined) reply.header('etag', `"${etag}"`);
  if (location !== undefined) reply.header('location', location);
  return body;
};
