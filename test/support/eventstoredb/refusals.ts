import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { Expectation } from './server-log.js';

/** An error as the server sends it: what it is stands in the trailers, the status alone does not tell. */
export const refusal = (code: status, details: string, trailers: Readonly<Record<string, string>> = {}): ServiceError => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
};

export const streamDeleted = (stream: string) =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const wrongRevision = (stream: string, expected: Expectation, current: bigint | 'none') =>
  refusal(status.FAILED_PRECONDITION, `Append failed due to WrongExpectedVersion. Stream: ${stream}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(numberOf(expected)),
    'actual-version': String(numberOf(current)),
  });

export const tooLarge = (max: number) =>
  refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${max} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(max),
  });

export const notLeader = (host: string, port: number) =>
  refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const unavailable = () => refusal(status.UNAVAILABLE, 'Server Is Not Ready');

export const accessDenied = () => refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const tooSlow = () =>
  refusal(status.ABORTED, 'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.');

const numberOf = (expected: Expectation): bigint =>
  typeof expected === 'bigint' ? expected : { any: -2n, none: -1n, exists: -4n }[expected];
