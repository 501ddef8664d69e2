/** What a closed loop of producers came to. Times in milliseconds; `cpuMicros` is this process's CPU time for each piece of work. */
export type Measured = Readonly<{
  done: number;
  seconds: number;
  perSecond: number;
  p50: number;
  p99: number;
  cpuMicros: number;
}>;

/**
 * Runs `producers` loops at once. Each asks `next` for its next piece of work and waits for it to be done.
 * @param next gives the piece of work of a producer; `undefined` ends its loop
 */
export const closedLoop = async (
  producers: number,
  next: (producer: number) => (() => Promise<unknown>) | undefined,
): Promise<Measured> => {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const began = performance.now();
  const loop = async (producer: number) => {
    for (let work = next(producer); work; work = next(producer)) {
      const start = performance.now();
      await work();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: producers }, (_, producer) => loop(producer)));
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const quantile = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;
  return {
    done: times.length,
    seconds,
    perSecond: times.length / seconds,
    p50: quantile(0.5),
    p99: quantile(0.99),
    cpuMicros: (user + system) / Math.max(1, times.length),
  };
};

/**
 * Each producer takes a case and does its steps one after another, then takes the next.
 * @param cases what is to be done at each, in its order
 */
export const inOrder = (producers: number, cases: readonly (readonly (() => Promise<unknown>)[])[]): Promise<Measured> => {
  let taken = 0;
  const at = Array.from({ length: producers }, () => ({ steps: cases[taken++], step: 0 }));
  return closedLoop(producers, (producer) => {
    const mine = at[producer];
    if (mine?.steps && mine.step === mine.steps.length) Object.assign(mine, { steps: cases[taken++], step: 0 });
    return mine?.steps?.[mine.step++];
  });
};

/** Slices of one measurement, taken in turns with what it is compared with, so that what else the machine does meets both. */
export const together = (slices: readonly Measured[]): Measured => {
  const sum = (of: (slice: Measured) => number) => slices.reduce((total, slice) => total + of(slice), 0);
  const [done, seconds] = [sum((slice) => slice.done), sum((slice) => slice.seconds)];
  return {
    done,
    seconds,
    perSecond: done / seconds,
    p50: median(slices.map(({ p50 }) => p50)),
    p99: Math.max(...slices.map(({ p99 }) => p99)),
    cpuMicros: sum(({ cpuMicros, done: of }) => cpuMicros * of) / Math.max(1, done),
  };
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
