/** 32 bytes for AES-256-GCM. */
export type SubjectKey = Uint8Array;

/**
 * The keys under which people's data is encrypted, one per person (subject).
 *
 * Forgetting a person is deleting the key: events stay as they are and their hash chain stays whole,
 * but the person's fields can never be read again.
 */
export abstract class KeyVault {
  /** The subject's key, made at the first call and durable before it is given out. `undefined` once the subject was forgotten. */
  abstract keyFor(subject: string): Promise<SubjectKey | undefined>;

  /** The keys there are, of these subjects. */
  abstract keysOf(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>>;

  /**
   * Takes over the keys of another vault, all or none; `undefined` for somebody who was forgotten there, and is here as well then.
   * Repeatable. Who was forgotten here stays forgotten.
   * @throws Error when somebody has another key here already
   */
  abstract keep(keys: ReadonlyMap<string, SubjectKey | undefined>): Promise<void>;

  /** Deletes the key for good. Repeatable. */
  abstract forget(subject: string): Promise<void>;

  /** The same opaque UUID for the same value always, without telling the value: HMAC-SHA256 under a key derived from the master key. */
  abstract pseudonym(kind: string, value: string): string;
}

/** What `keep` throws. */
export const anotherKey = (subject: string): Error => new Error(`The person ${subject} has another key here already.`);
