import { isDeepStrictEqual } from 'node:util';
import { Recent } from './recent.js';

/**
 * For each event type, a field whose value many events have in common, and the field that names it: a hash of it, say.
 * Such values are held in memory once, however many events carry a copy.
 */
export type CommonFields = Readonly<Record<string, Readonly<{ field: string; named: string }>>>;

/** Values that are alike as one object each, the last few hundred of them. They are shared, so nobody may change them. */
export class Interned {
  private readonly known = new Recent<string, unknown>(500);

  /** A name is only a hint at where to look: what differs from what is known under it stays as it is. */
  oneOf(name: string, value: unknown): unknown {
    const known = this.known.get(name);
    if (known === value) return value;
    if (known !== undefined) return isDeepStrictEqual(known, value) ? known : value;
    this.known.set(name, value);
    return value;
  }
}
