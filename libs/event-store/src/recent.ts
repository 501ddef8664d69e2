/**
 * A map that keeps what was used lately, up to `size` entries.
 *
 * In two halves: what is used moves to the young one, and when that is full the old one is let go of. An order of use for
 * every entry would cost a removal and an insertion at each look, which is most of what a look costs.
 */
export class Recent<K, V> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();
  private half = 1;

  constructor(private readonly size: number) {
    this.keep(size);
  }

  /** Keeps fewer from now on, or as many as at first again: where entries turn out to be larger or smaller than thought. */
  keep(atMost: number): void {
    this.half = Math.max(1, Math.floor(Math.min(this.size, atMost) / 2));
  }

  get(key: K): V | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: K, value: V): void {
    if (this.young.size >= this.half && !this.young.has(key)) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }

  delete(key: K): void {
    this.young.delete(key);
    this.old.delete(key);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }
}
