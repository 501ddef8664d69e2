type Step = readonly [what: string, close: () => unknown];

/** What has to be let go of at the end, the last opened first. */
export class Closing {
  private readonly steps: Step[] = [];
  private closed: Promise<void> | undefined;

  constructor(private readonly tell: (what: string, error: unknown) => void) {}

  /** What is opened when the end has begun already is let go of at once. */
  add(what: string, close: () => unknown): void {
    if (this.closed) this.closed = this.closed.then(() => this.run([what, close]));
    else this.steps.push([what, close]);
  }

  get begun(): boolean {
    return this.closed !== undefined;
  }

  /** Lets go of everything, once. One step that fails does not keep the others from happening. */
  close(): Promise<void> {
    this.closed ??= this.all();
    return this.closed;
  }

  private async all() {
    for (const step of this.steps.toReversed()) await this.run(step);
  }

  private async run([what, close]: Step) {
    try {
      await close();
    } catch (error) {
      this.tell(what, error);
    }
  }
}
