import type { EventStore, KeyVault, Recorded, Subscription } from '@app/event-store';
import { setTimeout as pause } from 'node:timers/promises';

const types = ['PersonForgotten', 'PersonalDataErased'] as const;

const again = { afterMs: 1_000 } as const;

/**
 * What this process does as soon as it learns that somebody was forgotten: destroys his key, whoever else does so as well, and lets
 * go of what it remembers. Once more when every copy is gone, for what was being read in between.
 *
 * It learns in two ways: before events are handed to its readers (`learn`), and by following the log for nothing but this (`follow`),
 * since a process need not read the log at all.
 */
export class Forgetting {
  private readonly memories: (() => void)[] = [];
  private readonly done = new Set<string>();

  constructor(private readonly vault: KeyVault) {}

  /** Something that remembers people in clear, and how to empty it. */
  remembers(empty: () => void): void {
    this.memories.push(empty);
  }

  /** To be awaited before the events, as they are stored, are decrypted. Nothing happens for what it knows already. */
  readonly learn = async (events: readonly Recorded[]): Promise<void> => {
    for (const event of events) {
      if ((event.type !== types[0] && event.type !== types[1]) || this.done.has(event.id)) continue;
      if (event.type === types[0]) await this.destroy(personIn(event.data));
      this.done.add(event.id);
      this.empty();
    }
  };

  /** Destroys the key of one whose event is recorded. Repeatable. */
  async destroy(person: string): Promise<void> {
    await this.vault.forget(person);
    this.empty();
  }

  private empty(): void {
    for (const memory of this.memories) memory();
  }

  /** Follows the log from now on. What was recorded before, this process cannot have remembered. */
  async follow(store: EventStore, onTrouble: (error: unknown) => void): Promise<Pick<Subscription, 'close'>> {
    const closed = new AbortController();
    let seen = await store.head();
    let subscription: Subscription | undefined;
    const keepOn = async () => {
      while (!closed.signal.aborted) {
        subscription = store.subscribe(seen, { types });
        try {
          for await (const batch of subscription) {
            await this.learn(batch);
            seen = batch.at(-1)?.position ?? seen;
          }
        } catch (error) {
          if (!closed.signal.aborted) onTrouble(error);
        }
        if (!closed.signal.aborted) await pause(again.afterMs, undefined, { signal: closed.signal }).catch(() => undefined);
      }
    };
    const following = keepOn();
    return {
      close: async () => {
        closed.abort();
        await subscription?.close();
        await following;
      },
    };
  }
}

const personIn = (data: unknown): string => {
  if (typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string') return data.id;
  throw new TypeError('it does not say who was forgotten');
};
