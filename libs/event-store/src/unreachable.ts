import { StoreUnavailable } from './event-store.js';

/** SQLSTATE classes and codes of a server that is gone, going or not there yet. */
const sqlStates = /^(08...|57P0[1235]|53300)$/;
const systemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EHOSTUNREACH']);

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Whether the server could not be reached, so that the outcome is unknown and the statement may be sent again. */
export const isUnreachable = (error: unknown): boolean => {
  if (error instanceof StoreUnavailable) return true; // where events lie elsewhere
  const code = codeOf(error);
  if (code !== undefined) return sqlStates.test(code) || systemCodes.has(code);
  return (
    error instanceof Error &&
    /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/.test(error.message)
  );
};
