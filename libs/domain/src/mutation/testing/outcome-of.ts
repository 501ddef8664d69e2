import { Rejection } from '@app/decider';

/** The code a doing was refused with, `done`, or what else it threw. */
export const outcomeOf = (doing: Promise<unknown>): Promise<unknown> =>
  doing.then(
    () => 'done',
    (thrown: unknown) => (thrown instanceof Rejection ? thrown.code : thrown),
  );
