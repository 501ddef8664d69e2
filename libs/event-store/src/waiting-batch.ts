/**
 * Collects what is asked for while an earlier question is under way, and asks for all of it at once.
 * One question is under way at a time.
 */
export class WaitingBatch<K, V> {
  private waiting = new Map<K, PromiseWithResolvers<V>>();
  private asking = false;

  constructor(private readonly ask: (keys: readonly K[]) => Promise<(key: K) => V>) {}

  get(key: K): Promise<V> {
    const pending = this.waiting.get(key) ?? withResolvers<V>();
    this.waiting.set(key, pending);
    if (!this.asking) {
      this.asking = true;
      setImmediate(() => void this.askAll());
    }
    return pending.promise;
  }

  private async askAll(): Promise<void> {
    while (this.waiting.size > 0) {
      const asked = this.waiting;
      this.waiting = new Map();
      try {
        const answerTo = await this.ask([...asked.keys()]);
        for (const [key, { resolve }] of asked) resolve(answerTo(key));
      } catch (error) {
        for (const { reject } of asked.values()) reject(error);
      }
    }
    this.asking = false;
  }
}

type PromiseWithResolvers<V> = Readonly<{ promise: Promise<V>; resolve: (value: V) => void; reject: (error: unknown) => void }>;

const withResolvers = <V>(): PromiseWithResolvers<V> => {
  let resolve!: (value: V) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<V>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
};
