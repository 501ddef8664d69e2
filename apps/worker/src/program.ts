import type { Log } from '@app/platform';
import { Closing } from './closing.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** What was foreseen was said in a sentence for an operator; a bug shows where it is. */
const inWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const bug = ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'AssertionError'].includes(error.name);
  return bug ? (error.stack ?? error.message) : error.message;
};

/**
 * Runs a process that goes on until it is told to end: SIGINT, SIGTERM and SIGHUP close everything, within five seconds beside
 * those for which it still takes requests.
 * A second signal does not wait. Whatever `start` throws is told on stderr, and what was opened is closed.
 */
export const runUntilSignal = async (
  log: Log,
  start: (closing: Closing, say: (line: string) => void) => Promise<void>,
  { drainSeconds = 0 } = {},
): Promise<void> => {
  const closing = new Closing((what, error) => log.error({ err: error }, `closing ${what} failed`));
  process.on('unhandledRejection', (error) => {
    if (!closing.begun) log.error({ err: error }, 'nobody waited for this');
  });
  process.stdout.on('error', () => undefined); // whoever read it is gone; that is no reason to end
  const starting = start(closing, say);
  const end = (signal: NodeJS.Signals) => {
    if (closing.begun) process.exit(1);
    say(`${signal}: finishing …`);
    setTimeout(() => process.exit(1), 4800 + drainSeconds * 1000).unref();
    void closing
      .close()
      .then(() => starting.catch(() => undefined))
      .then(() => closing.close())
      .then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  try {
    await starting;
  } catch (error) {
    if (closing.begun) return; // it failed because everything is being closed
    log.debug({ err: error }, 'the start failed');
    process.stderr.write(`${inWords(error)}\n`);
    await closing.close();
    process.exit(1);
  }
};
