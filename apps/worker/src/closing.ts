/** What has to be let go of at the end, the last opened first. */
export class Closing {
  private readonly steps: (readonly [what: string, close: () => unknown])[] = [];
  private closed: Promise<void> | undefined;

  constructor(private readonly tell: (what: string, error: unknown) => void) {}

  add(what: string, close: () => unknown): void {
    this.steps.push([what, close]);
  }

  /** Lets go of everything, once. One step that fails does not keep the others from happening. */
  close(): Promise<void> {
    this.closed ??= this.run();
    return this.closed;
  }

  private async run() {
    for (const [what, close] of this.steps.toReversed()) {
      try {
        await close();
      } catch (error) {
        this.tell(what, error);
      }
    }
  }
}
