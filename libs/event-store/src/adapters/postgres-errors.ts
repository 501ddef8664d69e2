import { codeOf, isUnreachable } from '../unreachable.js';

export { codeOf, isUnreachable };

/** Classes of a server that is in trouble itself: a lock, a deadlock, a full disk, a standby. */
const passingStates = /^(40|53|55|57|58)...$|^25006$/;

/** Whether the server could not do what was asked for reasons of its own: what was asked for may be as good as any. */
export const isPassing = (error: unknown): boolean => passingStates.test(codeOf(error) ?? '');

const pauses = [50, 250, 1000];

/** Does again, over 1.3 seconds, what could not reach the server. Only for what may be done twice: a read, or an append, which knows its ids. */
export const persistently = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const pause = pauses[attempt];
      if (pause === undefined || !isUnreachable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
};
