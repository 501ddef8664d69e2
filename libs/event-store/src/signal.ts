/** Wakes whoever waits for something to have happened. */
export class Signal {
  private waiting = new Set<() => void>();

  raise(): void {
    const woken = this.waiting;
    this.waiting = new Set();
    for (const wake of woken) wake();
  }

  /** Resolves at the next `raise`, or after `atMost` milliseconds. Ask before looking, so that nothing is missed in between. */
  next(atMost?: number): Promise<void> {
    return new Promise((resolve) => {
      if (atMost === undefined) return void this.waiting.add(resolve);
      const wake = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(wake);
        resolve();
      }, atMost);
      timer.unref();
      this.waiting.add(wake);
    });
  }
}
