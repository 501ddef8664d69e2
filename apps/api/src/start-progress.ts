import { SingleBar } from 'cli-progress';

export type Bar = Readonly<{ tell: (progress: Readonly<{ done: number; total: number }>) => void; stop: () => void }>;

/** A bar where somebody looks on, and a line now and then where nobody does. */
export const progressBar = (): Bar => {
  const bar = new SingleBar({
    format: '  [{bar}] {value}/{total}',
    noTTYOutput: true,
    notTTYSchedule: 5000,
    hideCursor: true,
    stream: process.stdout,
  });
  let started = false;
  return {
    tell: ({ done, total }) => {
      if (started) return bar.update(done);
      started = true;
      bar.start(total, done);
    },
    stop: () => bar.stop(),
  };
};
