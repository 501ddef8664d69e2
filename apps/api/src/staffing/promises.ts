/** How many live proposals hold a promise on posts. */
export class Promises {
  constructor(readonly on: (posts: readonly string[]) => Promise<ReadonlyMap<string, number>>) {}
}
