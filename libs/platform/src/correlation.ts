import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const current = new AsyncLocalStorage<string>();

/** The id that ties together what one request causes; `undefined` outside of one. */
export const correlationId = (): string | undefined => current.getStore();

/** A caller's correlation id, if it is a sane one, else a new one. */
export const correlationOf = (given: unknown): string =>
  typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();

/** Runs `work` under a correlation id. */
export const withCorrelation = <Result>(given: unknown, work: () => Result): Result => current.run(correlationOf(given), work);
