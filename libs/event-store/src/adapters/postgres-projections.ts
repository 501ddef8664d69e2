import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { EventStore, Position } from '../event-store.js';
import { type AnyProjection, type Runnable, runnable } from '../projection-fold.js';
import { type Holder, Lagging, ProjectionRunner, type ProjectionStatus } from '../projection-runner.js';
import type { SharedLog } from '../shared-log.js';
import { Signal } from '../signal.js';
import { Turns } from '../turns.js';
import { openPool } from './pool.js';
import { CatchUp } from './postgres-projection-catch-up.js';
import { Duty, holderOf } from './postgres-duty.js';
import { codeOf } from './postgres-errors.js';
import { Generations } from './postgres-generations.js';
import { skippedBy } from './postgres-incidents.js';
import { Overtaken, progressChannel, registry } from './postgres-projection-registry.js';
import { Requests } from './postgres-projection-requests.js';
import { checkpointsIn, statusOf } from './postgres-projection-status.js';
import { Stepper, Stopped, type Track } from './postgres-projection-step.js';

export type ProjectionsOptions = Readonly<{
  connectionString: string;
  store: EventStore;
  /** Decoded events, shared with the other readers of this process. */
  log: SharedLog;
  projections: readonly AnyProjection[];
  /** Connections: one keeps the lock and listens, the others write. */
  max?: number;
  /** How long the rows may be that each table keeps in memory, all together and as JSON. */
  keptCharacters?: number;
  /** Told of failures after which the work begins again from the checkpoints. */
  onTrouble?: (error: unknown) => void;
}>;

/** A step of more events than this is load, so that the next ones are gathered for a while; one of enough events needs no gathering. */
const [aFew, enough] = [16, 500];
const gatherMs = 40;

type Change = Readonly<{ names: readonly string[]; position: Position }>;

/** Read models as tables in schema `rm`. See `ProjectionRunner` for what is promised. */
export const openPostgresProjections = (options: ProjectionsOptions): ProjectionRunner => new PostgresProjections(options);

class PostgresProjections extends ProjectionRunner {
  private readonly pool: Pool;
  private readonly store: EventStore;
  private readonly log: SharedLog;
  private readonly definitions: readonly Runnable[];
  private readonly stepper: Stepper;
  private readonly catchUp: CatchUp;
  private readonly generations: Generations;
  private readonly requests: Requests;
  private readonly duty: Duty;
  private readonly turns = new Turns();
  private readonly progress = new Signal();
  private readonly listeners = new Set<(change: Change) => void>();
  /** Those that follow the log together, and where they are. */
  private tracks: Track[] = [];
  /** Those whose live table is of another version, until theirs is made. */
  private outdated: readonly Runnable[] = [];
  /** Aborted, with the reason, when everything has to be looked at again. */
  private begun = new AbortController();
  private readonly rebuilding = new Map<string, AbortController>();
  private position: Position | undefined;
  private paused: Promise<void> | undefined;
  private unpause: (() => void) | undefined;
  private closing: Promise<void> | undefined;
  private readonly background = new Set<Promise<unknown>>();

  constructor({ connectionString, store, log, projections, max = 4, keptCharacters, onTrouble }: ProjectionsOptions) {
    super();
    this.pool = openPool({ connectionString, max, name: 'projections', replans: true });
    this.store = store;
    this.log = log;
    this.definitions = projections.map(runnable);
    this.stepper = new Stepper(this.pool, (a, b) => store.compare(a, b));
    this.catchUp = new CatchUp({ store, log, stepper: this.stepper, moved: () => this.progress.raise() });
    this.generations = new Generations(this.pool, keptCharacters);
    this.requests = new Requests(this.pool, (verb, name) => this[verb](name));
    this.duty = new Duty(
      { pool: this.pool, lock: 'alur projections', channel: progressChannel, heard: (payload) => this.hear(payload), onTrouble },
      { takeOver: () => this.takeOver(), follow: (owning) => this.follow(owning) },
    );
  }

  override async start(): Promise<void> {
    await this.generations.prepare();
    await this.duty.start();
  }

  override async waitFor(position: Position, names?: readonly string[], timeoutMs = 5000): Promise<void> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const left = until - Date.now();
      const moved = this.progress.next(Math.max(1, this.duty.isMine ? left : Math.min(left, 250)));
      const behind = (await this.checkpoints(names)).filter(
        ({ checkpoint }) => !checkpoint || this.store.compare(checkpoint, position) < 0,
      );
      if (behind.length === 0) return;
      if (left <= 0 || this.duty.isClosed || behind.some(({ stopped }) => stopped)) throw new Lagging(position, behind);
      await moved;
    }
  }

  override async status(): Promise<readonly ProjectionStatus[]> {
    const rows = await registry.all(this.pool);
    return this.definitions.flatMap((definition) => statusOf(definition, rows));
  }

  override holder(): Promise<Holder | undefined> {
    return holderOf(this.pool, 'projections');
  }

  override async rebuild(name: string): Promise<void> {
    const definition = this.definitions.find((each) => each.name === name);
    if (!definition) throw new RangeError(`there is no projection ${name}`);
    if (!this.duty.isMine) return this.requests.ask('rebuild', name);
    if (this.rebuilding.has(name)) throw new Error(`${name} is being rebuilt already`);
    const cancelled = new AbortController();
    this.rebuilding.set(name, cancelled);
    const stop = AbortSignal.any([cancelled.signal, this.stop]);
    await this.rebuildUnless(stop, definition).finally(() => this.rebuilding.delete(name));
  }

  private async rebuildUnless(stop: AbortSignal, definition: Runnable): Promise<void> {
    const track = await this.generations.begin(definition);
    try {
      await this.catchUp.bring([track], stop);
      stop.throwIfAborted();
      await this.generations.index(track);
      await this.swapIn(track, stop);
    } catch (error) {
      await this.generations.abandon(track).catch(() => undefined); // else collected at the next start
      throw error;
    }
  }

  override async cancel(name: string): Promise<void> {
    if (!this.duty.isMine) return this.requests.ask('cancel', name);
    // Where nothing of its version is live, the rebuild is what readers wait for.
    if (this.tracks.some(({ table }) => table.projection.name === name))
      this.rebuilding.get(name)?.abort(new Error(`the rebuild of ${name} was cancelled`));
  }

  override async retry(name: string): Promise<void> {
    if (!this.duty.isMine) return this.requests.ask('retry', name);
    for (const each of this.outdated) if (each.name === name) return this.renew(each);
    const track = this.tracks.find(({ table, incident }) => table.projection.name === name && incident);
    if (!track) return;
    const { begun } = this;
    this.tracks = this.tracks.filter((each) => each !== track);
    try {
      track.skipped = await skippedBy(this.pool, name);
      track.incident = undefined;
      track.table.forget();
      await this.bringUp([track]);
    } catch (error) {
      begun.abort(error); // nobody has this one any more: found again where it stands
      throw error;
    }
  }

  /** Makes the generation of a new version. Where that stops at an event, the live one of the old version goes no further and says so. */
  private renew({ name }: Runnable): Promise<void> {
    return this.rebuild(name).catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
      return registry.stop(this.pool, name, error.incident);
    });
  }

  override onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  override async pause(): Promise<void> {
    this.paused ??= new Promise((resolve) => (this.unpause = resolve));
    await this.turns.take('log', async () => undefined);
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
    this.progress.raise();
    await this.duty.close();
    await Promise.allSettled([...this.background]);
    await this.pool.end();
  }

  /** Finds out where everything stands, and brings those that are behind up to the others in the background. */
  private async takeOver(): Promise<void> {
    this.begun.abort(new Overtaken('the projections were begun anew'));
    this.begun = new AbortController();
    const { ready, outdated } = await this.generations.open(this.definitions);
    const { furthest, behind } = this.catchUp.among(ready);
    this.tracks = ready.filter((track) => !behind.includes(track));
    this.outdated = outdated;
    this.position = furthest;
    if (behind.length > 0) this.orBeginAnew(this.bringUp(behind));
    for (const definition of outdated) this.orBeginAnew(this.renew(definition));
    await this.requests.takeOver();
    this.inBackground(this.requests.serve());
  }

  private async follow(owning: AbortSignal): Promise<void> {
    const { signal } = this.begun;
    const stop = AbortSignal.any([owning, signal]);
    for await (const batch of this.log.follow(this.position, stop)) {
      if (batch.length === 0) continue;
      await this.paused;
      const many = batch.length > aFew && batch.length < enough;
      await this.turns.take('log', async () => {
        if (stop.aborted) return;
        const names = await this.stepper.take(this.tracks, batch);
        this.position = batch.at(-1)?.position;
        this.tell({ names, position: this.position ?? '' });
      });
      // Much is going on: what comes in the meantime is taken in one go, at the price of one transaction.
      if (many) await pause(gatherMs, undefined, { signal: stop }).catch(() => undefined);
    }
    if (!owning.aborted) signal.throwIfAborted();
  }

  /** For what is under way: when the work is another's, or is begun anew. */
  private get stop(): AbortSignal {
    return AbortSignal.any([this.begun.signal, this.duty.signal]);
  }

  /** Lets those that are behind go with the others. What is missing at the end is read while these wait, so nothing comes in between. */
  private async bringUp(tracks: readonly Track[]): Promise<void> {
    const { stop } = this;
    await this.catchUp.bring(tracks, stop);
    await this.turns.take('log', async () => {
      await this.catchUp.bring(tracks, stop);
      stop.throwIfAborted();
      this.tracks = [...this.tracks, ...tracks];
      this.progress.raise();
    });
  }

  private async swapIn(track: Track, stop: AbortSignal): Promise<void> {
    const { name } = track.table.projection;
    for (let attempts = 20; ; attempts -= 1) {
      try {
        await this.turns.take('log', async () => {
          await this.catchUp.bring([track], stop);
          if (track.incident) throw new Stopped(name, track.incident);
          await this.generations.swap(track);
          this.tracks = [...this.tracks.filter(({ table }) => table.projection.name !== name), track];
          this.outdated = this.outdated.filter((each) => each.name !== name);
        });
        break;
      } catch (error) {
        if (codeOf(error) !== '55P03' || attempts <= 1) throw error; // a reader is in the way: step back and try again
        await pause(250, undefined, { signal: stop });
      }
    }
    await this.generations.collect().catch(() => undefined); // else collected at the next start
    this.tell({ names: [name], position: track.checkpoint ?? '' });
  }

  private async checkpoints(names?: readonly string[]) {
    const wanted = this.definitions.filter(({ name }) => names === undefined || names.includes(name));
    if (this.duty.isMine)
      return wanted.map(({ name }) => {
        const track = this.tracks.find(({ table }) => table.projection.name === name);
        return { name, checkpoint: track?.checkpoint, stopped: track?.incident !== undefined };
      });
    return checkpointsIn(wanted, await registry.all(this.pool));
  }

  private hear(payload: string): void {
    const heard = JSON.parse(payload) as Change | Readonly<{ asked: true }>; // written by `registry.advance` and `Requests.ask`
    if ('asked' in heard) this.inBackground(this.duty.isMine ? this.requests.serve() : Promise.resolve());
    else if (!this.duty.isMine) this.tell(heard);
  }

  private tell(change: Change): void {
    this.progress.raise();
    if (change.names.length > 0) for (const listener of this.listeners) listener(change);
  }

  /** Work without which something would never go on again: where it fails, all is begun anew from the checkpoints. */
  private orBeginAnew(work: Promise<unknown>): void {
    const { begun } = this;
    this.inBackground(work.catch((error: unknown) => begun.abort(error)));
  }

  private inBackground(work: Promise<unknown>): void {
    const watched = work.catch(() => undefined).finally(() => this.background.delete(watched)); // seen in `status`
    this.background.add(watched);
  }
}
