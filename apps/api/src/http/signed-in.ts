import type { FastifyRequest } from 'fastify';

export type Language = 'id' | 'en';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard. */
    caller?: Readonly<{ person: string; username: string }>;
  }
}

/** The person whom the guard let through. */
export const callerOf = (request: FastifyRequest): Readonly<{ person: string; username: string }> => {
  if (!request.caller) throw new Error('This route is not guarded.');
  return request.caller;
};

/** The first of the caller's languages that we speak; Indonesian otherwise. */
export const languageOf = (request: FastifyRequest): Language => (/^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'id');
