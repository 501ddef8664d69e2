import { SingleBar } from 'cli-progress';

export type Bar = Readonly<{ at: (done: number) => void; stop: () => void }>;

/**
 * A bar on a terminal, and a line every few seconds where the output is not one. Always on stderr: what is printed may be the result.
 * @param total of what `what` names; unknown where it is `undefined`
 */
export const bar = (what: string, total: number | undefined): Bar => {
  const shown = new SingleBar({
    format: total === undefined ? `{value} ${what}` : `[{bar}] {percentage}% | {value}/{total} ${what} | {eta_formatted} left`,
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    hideCursor: true,
    etaBuffer: 100,
  });
  shown.start(total ?? 0, 0);
  return { at: (done) => shown.update(Math.min(done, total ?? done)), stop: () => shown.stop() };
};
