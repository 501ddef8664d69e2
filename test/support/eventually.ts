import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again until it holds: for what follows from a write without anybody waiting for it (policies, timers).
 * @throws Error with the last answer when it does not hold within `seconds`
 */
export const eventually = async <Result>(
  ask: () => Promise<Result>,
  holds: (result: Result) => boolean,
  seconds = 30,
): Promise<Result> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const result = await ask();
    if (holds(result)) return result;
    if (Date.now() > end) throw new Error(`still not so after ${seconds} s: ${JSON.stringify(result)?.slice(0, 3000)}`);
    await pause(100);
  }
};
