import { SingleBar } from 'cli-progress';
import type { Progress } from '@app/domain/staffing';

/** A bar on a terminal, and a line every few seconds where the output is not one. */
export const progressBar = (): Readonly<{ tell: (progress: Progress) => void; stop: () => void }> => {
  const bar = new SingleBar({
    format: '[{bar}] {percentage}% | {value}/{total} rows | {eta_formatted} left',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    hideCursor: true,
  });
  let begun = false;
  return {
    tell: ({ done, total }) => {
      if (!begun) bar.start(total, 0);
      begun = true;
      bar.update(done);
    },
    stop: () => void (begun && bar.stop()),
  };
};
