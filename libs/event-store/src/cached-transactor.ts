import { type Decider, type Message, Rejection } from '@app/decider';
import { chained, type Draft } from './chain.js';
import type { Codec } from './codec.js';
import { type EventStore, type Expected, type Recorded, WrongRevision } from './event-store.js';
import { eventIdOf } from './event-ids.js';
import { Folder, type Folded } from './folder.js';
import { type CommandMeta, type Outcome, Transactor, type TransactOptions } from './transactor.js';
import { Turns } from './turns.js';

export type TransactorParts = Readonly<{
  store: EventStore;
  codec: Codec;
  /** How many folded streams are kept in memory. */
  cached?: number;
}>;

type Work<C extends Message, E extends Message, S> = Readonly<{
  stream: string;
  decider: Decider<C, E, S>;
  command: C;
  meta: CommandMeta;
  options: TransactOptions;
}>;

/**
 * Opens the `Transactor` over a store.
 *
 * Folded states are kept by stream and decider, so a decider is a constant and not made per call. A kept
 * state may be stale where several processes write: an append finds that out by its expected revision, and a
 * refusal (or a decision that changes nothing) is looked at again in the light of the store before it is given.
 * Commands on one stream take turns within a process, so that they don't race each other.
 */
export const openTransactor = (parts: TransactorParts): Transactor & Readonly<{ forgetStates: () => void }> =>
  new CachedTransactor(parts);

class CachedTransactor extends Transactor {
  private readonly store: EventStore;
  private readonly codec: Codec;
  private readonly folder: Folder;
  private readonly turns = new Turns();

  constructor({ store, codec, cached = 10_000 }: TransactorParts) {
    super();
    this.store = store;
    this.codec = codec;
    this.folder = new Folder(store, codec, cached);
  }

  override transact<C extends Message, E extends Message, S>(
    stream: string,
    decider: Decider<C, E, S>,
    command: C,
    meta: CommandMeta,
    options: TransactOptions = {},
  ): Promise<Outcome<E, S>> {
    return this.turns.take(stream, () => this.run({ stream, decider, command, meta, options }));
  }

  override async load<E extends Message, S>(
    stream: string,
    decider: Pick<Decider<never, E, S>, 'initial' | 'evolve'>,
    atLeast?: bigint,
  ) {
    const kept = atLeast === undefined ? undefined : this.folder.kept(stream, decider);
    const enough = kept && atLeast !== undefined && kept.revision !== 'none' && kept.revision >= atLeast;
    const { state, revision } = enough ? kept : await this.folder.fresh(stream, decider);
    return { state, revision };
  }

  /** Drops every kept state, which may hold personal data in clear: call it when a person was forgotten. */
  forgetStates(): void {
    this.folder.clear();
    this.codec.forget();
  }

  private async run<C extends Message, E extends Message, S>(work: Work<C, E, S>): Promise<Outcome<E, S>> {
    const { stream, decider, command, meta, options } = work;
    const known = this.folder.kept(stream, decider) ?? (options.likelyNew ? this.folder.empty(decider) : undefined);
    let fresh = known === undefined;
    let folded = known ?? (await this.folder.fresh(stream, decider));
    let attempts = options.attempts ?? 3;

    for (;;) {
      const first = folded.commands.get(meta.commandId);
      if (first !== undefined) return this.repeat(work, folded, first);

      const elsewhere = options.expected !== undefined && folded.revision !== options.expected;
      const decision = elsewhere ? undefined : decider.decide(command, folded.state);
      if (decision === undefined || decision instanceof Rejection || decision.length === 0) {
        if (!fresh) {
          folded = await this.folder.fresh(stream, decider);
          fresh = true;
          continue;
        }
        if (decision === undefined) throw new WrongRevision(stream, options.expected ?? 'none');
        if (decision instanceof Rejection) throw decision;
        return { revision: folded.revision, position: undefined, events: [], repeated: false, state: folded.state };
      }

      try {
        return await this.append(work, folded, decision);
      } catch (error) {
        if (!(error instanceof WrongRevision)) throw error;
        folded = await this.folder.fresh(stream, decider);
        fresh = true;
        attempts -= 1;
        if (folded.commands.has(meta.commandId)) continue;
        if (options.expected !== undefined || attempts <= 0) throw error;
      }
    }
  }

  private async append<C extends Message, E extends Message, S>(
    { stream, decider, meta }: Work<C, E, S>,
    folded: Folded<S>,
    decision: readonly E[],
  ): Promise<Outcome<E, S>> {
    const { subject, ...metadata } = meta;
    const key = await this.codec.keyToSeal(decision, subject);
    const others = await this.codec.keysOfOthers(decision);
    const first = afterOf(folded.revision);
    const drafts = decision.map((event, index): Draft => {
      const id = eventIdOf(meta.commandId, index);
      const { type } = event;
      return { id, type, version: this.codec.versionOf(type), data: this.codec.encode(event, id, subject, key, others) };
    });
    const events = chained(drafts, { stream, revision: first, previousHash: folded.hash, metadata });

    const { revision, position } = await this.store.append(stream, events, folded.revision);
    const state = decision.reduce(decider.evolve, folded.state);
    const hash = events.at(-1)?.metadata.hash ?? folded.hash;
    this.folder.keep(stream, decider, { state, revision, hash, commands: folded.commands.set(meta.commandId, first) });
    const recorded = events.map(({ id, type, version, metadata }, index) => {
      const data = decision[index]?.data; // in clear
      return { id, type, version, stream, revision: first + BigInt(index), position, metadata, data } as Recorded<E>; // just decided
    });
    return { revision, position, events: recorded, repeated: false, state };
  }

  /** Answers with what the command wrote the first time. */
  private async repeat<C extends Message, E extends Message, S>(
    { stream, meta }: Work<C, E, S>,
    { state, revision }: Folded<S>,
    first: bigint,
  ): Promise<Outcome<E, S>> {
    const written: Recorded[] = [];
    for await (const event of this.store.read(stream, first)) {
      if (event.metadata.commandId !== meta.commandId) break;
      written.push(event);
    }
    const recordedHash = written[0]?.metadata.commandHash;
    if (meta.commandHash !== undefined && recordedHash !== undefined && recordedHash !== meta.commandHash)
      throw new Rejection('invalid', 'command.id-reused', 'This command id was used for another request.');
    const events = (await this.codec.decode(written)) as readonly Recorded<E>[]; // what was stored is trusted, once upcast, to be what is declared
    const last = events.at(-1);
    return { revision: last?.revision ?? revision, position: last?.position, events, repeated: true, state };
  }
}

const afterOf = (revision: Expected): bigint => (revision === 'none' ? 0n : revision + 1n);
