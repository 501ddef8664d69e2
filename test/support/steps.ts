export type Step = (name: string, work: () => Promise<void>) => void;

/** Tests that build on each other: once one has failed, those after it say so instead of failing in their own ways. */
export const inSteps = (seconds = 60): Step => {
  let failed: string | undefined;
  return (name, work) =>
    it(
      name,
      async () => {
        if (failed !== undefined) throw new Error(`not tried, since this failed: ${failed}`);
        try {
          await work();
        } catch (error) {
          failed = name;
          throw error;
        }
      },
      seconds * 1000,
    );
};
