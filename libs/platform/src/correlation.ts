import { randomUUID } from 'node:crypto';

/** The id that ties together what one request causes, in the log and in the events: the caller's own, if it is a sane one, else a new one. */
export const correlationOf = (given: unknown): string =>
  typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
