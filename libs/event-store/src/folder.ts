import type { Decider, Message } from '@app/decider';
import type { Codec } from './codec.js';
import type { EventStore, Expected, Recorded } from './event-store.js';
import { Recent } from './recent.js';

/** A stream folded up to a revision. */
export type Folded<S> = Readonly<{
  state: S;
  revision: Expected;
  /** Of the newest event. */
  hash: string;
  /** Each command that was carried out, with the revision of the first event it wrote. Shared and only added to. */
  commands: Map<string, bigint>;
}>;

type Evolution<E extends Message, S> = Pick<Decider<never, E, S>, 'initial' | 'evolve'>;

const chunk = 500;

/** Folds streams, and keeps the states that were used last. */
export class Folder {
  private readonly states: Recent<string, Folded<unknown>>;
  private readonly names = new WeakMap<object, number>();
  private named = 0;

  constructor(
    private readonly store: EventStore,
    private readonly codec: Codec,
    size: number,
  ) {
    this.states = new Recent(size);
  }

  /** What is in memory, however old. */
  kept<E extends Message, S>(stream: string, decider: Evolution<E, S>): Folded<S> | undefined {
    return this.states.get(this.keyOf(stream, decider)) as Folded<S> | undefined; // kept under this decider, so its state
  }

  keep<E extends Message, S>(stream: string, decider: Evolution<E, S>, folded: Folded<S>): void {
    const key = this.keyOf(stream, decider);
    const other = this.states.get(key);
    if (!other || isNewer(folded.revision, other.revision)) this.states.set(key, folded);
  }

  /** A stream that nobody wrote to. */
  empty<E extends Message, S>({ initial }: Evolution<E, S>): Folded<S> {
    return { state: initial, revision: 'none', hash: '', commands: new Map() };
  }

  /** What is in the store now: what is in memory, and the events since. */
  async fresh<E extends Message, S>(stream: string, decider: Evolution<E, S>): Promise<Folded<S>> {
    let folded: Folded<S> = this.kept(stream, decider) ?? this.empty(decider);
    const known = folded.revision;
    let batch: Recorded[] = [];
    for await (const event of this.store.read(stream, known === 'none' ? 0n : known + 1n)) {
      batch.push(event);
      if (batch.length < chunk) continue;
      folded = await this.extend(folded, decider, batch);
      batch = [];
    }
    if (batch.length > 0) folded = await this.extend(folded, decider, batch);
    if (folded.revision !== known) this.keep(stream, decider, folded);
    return folded;
  }

  clear(): void {
    this.states.clear();
  }

  private async extend<E extends Message, S>(
    folded: Folded<S>,
    { evolve }: Evolution<E, S>,
    batch: readonly Recorded[],
  ): Promise<Folded<S>> {
    let { state, revision, hash } = folded;
    for (const event of await this.codec.decode(batch)) {
      state = evolve(state, event as Recorded<E>); // what was stored is trusted, once upcast, to be what is declared
      const { commandId } = event.metadata;
      if (!folded.commands.has(commandId)) folded.commands.set(commandId, event.revision);
      revision = event.revision;
      hash = event.metadata.hash;
    }
    return { state, revision, hash, commands: folded.commands };
  }

  private keyOf<E extends Message, S>(stream: string, { evolve }: Evolution<E, S>): string {
    let name = this.names.get(evolve);
    if (name === undefined) this.names.set(evolve, (name = this.named += 1));
    return `${name} ${stream}`;
  }
}

const isNewer = (a: Expected, b: Expected) => b === 'none' || (a !== 'none' && a > b);
