/** Runs `work` on every item, so many at a time. The first failure stops the rest from being begun and is thrown. */
export const each = async <T>(items: readonly T[], atATime: number, work: (item: T) => Promise<void>): Promise<void> => {
  const left = items.values();
  let failed = false;
  const worker = async () => {
    for (const item of left) {
      if (failed) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: Math.min(atATime, items.length) }, worker));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) throw failure.reason;
};
