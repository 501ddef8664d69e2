import { randomBytes } from 'node:crypto';
import { anotherKey, KeyVault, type SubjectKey } from '../keys.js';
import { derivedKey, pseudonymOf } from '../pseudonym.js';

/** Keys in this process's memory: for specifications and simulations. */
export class MemoryKeyVault extends KeyVault {
  private readonly pseudonyms: Uint8Array;

  constructor(
    masterKey: Uint8Array = new Uint8Array(32),
    private readonly keys: Map<string, SubjectKey | 'forgotten'> = new Map(),
  ) {
    super();
    this.pseudonyms = derivedKey(masterKey, 'pseudonym');
  }

  override async keyFor(subject: string): Promise<SubjectKey | undefined> {
    const key = this.keys.get(subject) ?? randomBytes(32);
    this.keys.set(subject, key);
    return key === 'forgotten' ? undefined : key;
  }

  override async keysOf(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>> {
    const found = new Map<string, SubjectKey>();
    for (const subject of subjects) {
      const key = this.keys.get(subject);
      if (key && key !== 'forgotten') found.set(subject, key);
    }
    return found;
  }

  override async keep(keys: ReadonlyMap<string, SubjectKey | undefined>): Promise<void> {
    for (const [subject, key] of keys) {
      const mine = this.keys.get(subject);
      if (key && mine && mine !== 'forgotten' && !Buffer.from(mine).equals(key)) throw anotherKey(subject);
    }
    for (const [subject, key] of keys) if (!key || !this.keys.has(subject)) this.keys.set(subject, key ?? 'forgotten');
  }

  override async forget(subject: string): Promise<void> {
    this.keys.set(subject, 'forgotten');
  }

  override pseudonym(kind: string, value: string): string {
    return pseudonymOf(this.pseudonyms, kind, value);
  }
}
