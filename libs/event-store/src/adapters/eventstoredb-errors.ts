import { ErrorType, isCommandError } from '@eventstore/db-client';
import { WrongRevision } from '../event-store.js';

/** What the server will say again however often it is asked. */
const forGood: readonly string[] = [
  ErrorType.ACCESS_DENIED,
  ErrorType.INVALID_ARGUMENT,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.STREAM_DELETED,
  ErrorType.STREAM_NOT_FOUND,
  ErrorType.UNSUPPORTED,
  ErrorType.WRONG_EXPECTED_VERSION,
];

/** INVALID_ARGUMENT, PERMISSION_DENIED, UNIMPLEMENTED, UNAUTHENTICATED. */
const statusesForGood: readonly number[] = [3, 7, 12, 16];

/**
 * Whether an error is an answer, and not a sign that nobody could answer.
 *
 * The client has many ways to say the second: its own types, raw gRPC errors where it forgot to convert them, plain errors
 * of a discovery that found nobody or of a channel it closed itself. So the first is what is listed.
 */
export const isForGood = (error: unknown): boolean => {
  if (error instanceof WrongRevision || error instanceof TypeError || error instanceof RangeError) return true; // ours
  if (typeof error !== 'object' || error === null) return false;
  if (isErrorLike(error) && isCommandError(error) && forGood.includes(error.type)) return true;
  return 'code' in error && typeof error.code === 'number' && statusesForGood.includes(error.code);
};

export const isOfType = (error: unknown, type: ErrorType): boolean =>
  isErrorLike(error) && isCommandError(error) && error.type === type;

const isErrorLike = (error: unknown): error is Error => error instanceof Error;
