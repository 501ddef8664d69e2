import type { Log } from '@app/platform';
import type { Closing } from './closing.js';

type Work = Readonly<{
  /** What is let go of at the end. */
  what: string;
  /** What is said where it failed; it is tried again at its next time. */
  failed: string;
  everyMs: number;
  run: () => Promise<unknown>;
  /** Also now, where a process may not live for as long as that. */
  atOnce?: boolean;
}>;

/** Does something again and again until the process closes. One that takes longer than its time is not begun beside itself. */
export const repeating = (
  { closing, log }: Readonly<{ closing: Closing; log: Log }>,
  { what, failed, everyMs, run, atOnce = false }: Work,
): void => {
  let running = false;
  const once = async () => {
    if (running) return;
    running = true;
    try {
      await run();
    } catch (error) {
      // What it stands on may be gone by then; whatever it had not come to is there the next time.
      if (!closing.begun) log.error({ err: error }, failed);
    } finally {
      running = false;
    }
  };
  if (atOnce) void once();
  const timer = setInterval(() => void once(), everyMs);
  closing.add(what, () => clearInterval(timer));
};
