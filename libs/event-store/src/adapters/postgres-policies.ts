import { setMaxListeners } from 'node:events';
import type { Pool } from 'pg';
import type { EventStore, Position, Recorded } from '../event-store.js';
import { type AnyPolicy, PolicyRunner, type PolicyStatus } from '../policy.js';
import { Lagging } from '../projection-runner.js';
import type { SharedLog } from '../shared-log.js';
import { Signal } from '../signal.js';
import { openPool } from './pool.js';
import { Duty } from './postgres-duty.js';
import { Advances, policyLedger, policySchema, progressChannel, tryAgain } from './postgres-policy-ledger.js';
import { Reactor } from './postgres-reactor.js';
import { prepare } from './postgres-schema.js';

export type PoliciesOptions<Deps> = Readonly<{
  connectionString: string;
  store: EventStore;
  /** Decoded events, shared with the other readers of this process. */
  log: SharedLog;
  policies: readonly AnyPolicy<Deps>[];
  deps: Deps;
  /** Pauses in milliseconds before each further attempt; after the last one the event is parked. */
  pauses?: readonly number[];
  max?: number;
  /** Told of failures after which the work begins again from the checkpoints. */
  onTrouble?: (error: unknown) => void;
}>;

type Checkpoint = Readonly<{ name: string; checkpoint: Position | undefined }>;

/** Policies whose checkpoints are in `es.policy_checkpoints`. See `Policy` for what is promised. */
export const openPostgresPolicies = <Deps>(options: PoliciesOptions<Deps>): PolicyRunner => new PostgresPolicies(options);

class PostgresPolicies<Deps> extends PolicyRunner {
  private readonly pool: Pool;
  private readonly store: EventStore;
  private readonly log: SharedLog;
  private readonly duty: Duty;
  private readonly reactors: readonly Reactor<Deps>[];
  private readonly progress = new Signal();
  private paused: Promise<void> | undefined;
  private unpause: (() => void) | undefined;
  private closing: Promise<void> | undefined;

  constructor({
    connectionString,
    store,
    log,
    policies,
    deps,
    pauses = [50, 250, 1000, 5000],
    max = 4,
    onTrouble,
  }: PoliciesOptions<Deps>) {
    super();
    this.pool = openPool({ connectionString, max, name: 'policies' });
    this.store = store;
    this.log = log;
    const advances = new Advances(this.pool);
    this.reactors = policies.map((policy) => new Reactor({ policy, deps, pauses, pool: this.pool, advances }));
    this.duty = new Duty(
      { pool: this.pool, lock: 'alur policies', channel: progressChannel, heard: (payload) => this.hear(payload), onTrouble },
      { takeOver: () => this.takeOver(), follow: (owning) => this.follow(owning) },
    );
  }

  override async start(): Promise<void> {
    await prepare(this.pool, policySchema);
    await this.duty.start();
  }

  override async waitFor(position: Position, timeoutMs = 5000): Promise<void> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const left = until - Date.now();
      const moved = this.progress.next(Math.max(1, this.duty.isMine ? left : Math.min(left, 250)));
      const behind = (await this.checkpoints()).filter(
        ({ checkpoint }) => !checkpoint || this.store.compare(checkpoint, position) < 0,
      );
      if (behind.length === 0) return;
      if (left <= 0 || this.duty.isClosed) throw new Lagging(position, behind);
      await moved;
    }
  }

  override async settle(timeoutMs = 5000): Promise<void> {
    const until = Date.now() + timeoutMs;
    for (let head = await this.store.head(); head !== undefined;) {
      await this.waitFor(head, Math.max(1, until - Date.now()));
      const now = await this.store.head();
      if (now === head) return;
      head = now;
    }
  }

  override async status(): Promise<readonly PolicyStatus[]> {
    const rows = await policyLedger.all(this.pool);
    return this.reactors.map(({ name }) => {
      const row = rows.find((each) => each.name === name);
      return { name, checkpoint: row?.checkpoint ?? undefined, parked: row?.parked ?? 0 };
    });
  }

  override async retryParked(): Promise<number> {
    let left = 0;
    for (const { id, name, stream, revision } of await policyLedger.parked(this.pool)) {
      const reactor = this.reactors.find((each) => each.name === name);
      const event = reactor && (await this.eventAt(stream, BigInt(revision)));
      if (event && (await reactor.tryAgain(event))) await policyLedger.resolve(this.pool, id);
      else left += 1;
    }
    return left;
  }

  override async pause(): Promise<void> {
    this.paused ??= new Promise((resolve) => (this.unpause = resolve));
    await Promise.all(this.reactors.map((reactor) => reactor.atRest()));
  }

  override resume(): void {
    this.unpause?.();
    this.paused = undefined;
  }

  override close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  private async end(): Promise<void> {
    this.resume();
    await this.duty.close();
    this.progress.raise();
    await this.pool.end();
  }

  private hear(payload: string): void {
    this.progress.raise();
    if (payload === tryAgain && this.duty.isMine) void this.retryParked().catch(() => undefined); // else at the next round
  }

  private async takeOver(): Promise<void> {
    const rows = await policyLedger.all(this.pool);
    const head = await this.store.head();
    for (const reactor of this.reactors) {
      const row = rows.find(({ name }) => name === reactor.name);
      reactor.checkpoint = row ? (row.checkpoint ?? undefined) : await reactor.register(head);
    }
  }

  private async follow(owning: AbortSignal): Promise<void> {
    const failed = new AbortController();
    const stop = AbortSignal.any([owning, failed.signal]);
    setMaxListeners(0, stop); // one for each policy, and there are many
    const loops = this.reactors.map(async (reactor) => {
      try {
        for await (const batch of this.log.follow(reactor.checkpoint, stop)) {
          if (batch.length === 0) continue;
          await this.paused;
          if (stop.aborted) return;
          await reactor.take(batch, stop);
          this.progress.raise();
        }
      } catch (error) {
        failed.abort(); // the database or another process: all of them begin anew from their checkpoints
        throw error;
      }
    });
    const outcomes = await Promise.allSettled(loops);
    for (const outcome of outcomes) if (outcome.status === 'rejected' && !owning.aborted) throw outcome.reason;
  }

  private async checkpoints(): Promise<readonly Checkpoint[]> {
    if (this.duty.isMine) return this.reactors.map(({ name, checkpoint }) => ({ name, checkpoint }));
    return this.status();
  }

  private async eventAt(stream: string, revision: bigint): Promise<Recorded | undefined> {
    for await (const event of this.store.read(stream, revision)) return (await this.log.decode([event]))[0];
    return undefined;
  }
}
