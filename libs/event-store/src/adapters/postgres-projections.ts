import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { EventStore, Position } from '../event-store.js';
import { gathered } from '../gathered.js';
import { type AnyProjection, type Runnable, runnable } from '../projection-fold.js';
import { type Holder, Lagging, ProjectionRunner, type ProjectionStatus } from '../projection-runner.js';
import type { SharedLog } from '../shared-log.js';
import { Signal } from '../signal.js';
import { Turns } from '../turns.js';
import { openPool } from './pool.js';
import { Duty, holderOf } from './postgres-duty.js';
import { codeOf } from './postgres-errors.js';
import { Generations } from './postgres-generations.js';
import { skippedBy } from './postgres-incidents.js';
import { progressChannel, registry } from './postgres-projection-registry.js';
import { Requests } from './postgres-projection-requests.js';
import { earliest, Stepper, type Track, typesOf } from './postgres-projection-step.js';
import { shapeOf } from './postgres-projection-table.js';

export type ProjectionsOptions = Readonly<{
  connectionString: string;
  store: EventStore;
  /** Decoded events, shared with the other readers of this process. */
  log: SharedLog;
  projections: readonly AnyProjection[];
  /** Connections: one keeps the lock and listens, the others write. */
  max?: number;
  /** Told of failures after which the work begins again from the checkpoints. */
  onTrouble?: (error: unknown) => void;
}>;

/** A step of more events than this is load, so that the next ones are gathered for a while; one of enough events needs no gathering. */
const aFew = 16;
const enough = 500;
const gatherMs = 40;
/** Who is far behind is brought on by so many events in one transaction. */
const muchAtOnce = 4_000;

type Change = Readonly<{ names: readonly string[]; position: Position }>;

/** Read models as tables in schema `rm`. See `ProjectionRunner` for what is promised. */
export const openPostgresProjections = (options: ProjectionsOptions): ProjectionRunner => new PostgresProjections(options);

class PostgresProjections extends ProjectionRunner {
  private readonly pool: Pool;
  private readonly store: EventStore;
  private readonly log: SharedLog;
  private readonly definitions: readonly Runnable[];
  private readonly stepper: Stepper;
  private readonly generations: Generations;
  private readonly requests: Requests;
  private readonly duty: Duty;
  private readonly turns = new Turns();
  private readonly progress = new Signal();
  private readonly listeners = new Set<(change: Change) => void>();
  /** Those that follow the log together, and where they are. */
  private tracks: Track[] = [];
  private readonly rebuilding = new Map<string, AbortController>();
  private position: Position | undefined;
  private paused: Promise<void> | undefined;
  private unpause: (() => void) | undefined;
  private closing: Promise<void> | undefined;
  private readonly background = new Set<Promise<unknown>>();

  constructor({ connectionString, store, log, projections, max = 4, onTrouble }: ProjectionsOptions) {
    super();
    this.pool = openPool({ connectionString, max, name: 'projections' });
    this.store = store;
    this.log = log;
    this.definitions = projections.map(runnable);
    this.stepper = new Stepper(this.pool, (a, b) => store.compare(a, b));
    this.generations = new Generations(this.pool);
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
    return this.definitions.flatMap((definition): ProjectionStatus[] => {
      const { name, version } = definition;
      const own = rows.filter((row) => row.name === name && row.version === version && row.shape === shapeOf(definition));
      if (own.length === 0) return [{ name, version, generation: 0, state: 'building', checkpoint: undefined }];
      return own.map(({ generation, live, checkpoint, incident }) => ({
        name,
        version,
        generation,
        state: incident ? 'stopped' : live ? 'live' : 'building',
        checkpoint: checkpoint ?? undefined,
        ...(incident ? { incident } : {}),
      }));
    });
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
    await this.rebuildUnless(cancelled.signal, definition).finally(() => this.rebuilding.delete(name));
  }

  private async rebuildUnless(cancelled: AbortSignal, definition: Runnable): Promise<void> {
    const track = await this.generations.begin(definition);
    try {
      await this.catchUp([track], cancelled);
      cancelled.throwIfAborted();
      await this.generations.index(track);
      await this.swapIn(track);
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
    const track = this.tracks.find(({ table, incident }) => table.projection.name === name && incident);
    if (!track) return;
    this.tracks = this.tracks.filter((each) => each !== track);
    track.incident = undefined;
    track.skipped = await skippedBy(this.pool, name);
    track.table.forget();
    await this.catchUp([track]);
    await this.join([track]);
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
    const { ready, outdated } = await this.generations.open(this.definitions);
    const furthest = ready.reduce<Position | undefined>(
      (most, { checkpoint }) => (this.isAfter(checkpoint, most) ? checkpoint : most),
      undefined,
    );
    const behind = ready.filter(({ checkpoint, incident }) => incident === undefined && this.isAfter(furthest, checkpoint));
    this.tracks = ready.filter((track) => !behind.includes(track));
    this.position = furthest;
    if (behind.length > 0) this.inBackground(this.catchUp(behind).then(() => this.join(behind)));
    for (const { name } of outdated) this.inBackground(this.rebuild(name));
    this.inBackground(this.requests.serve());
  }

  private async follow(owning: AbortSignal): Promise<void> {
    for await (const batch of this.log.follow(this.position, owning)) {
      if (batch.length === 0) continue;
      await this.paused;
      const many = batch.length > aFew && batch.length < enough;
      await this.turns.take('log', async () => {
        if (owning.aborted) return;
        const names = await this.stepper.take(this.tracks, batch);
        this.position = batch.at(-1)?.position;
        this.tell({ names, position: this.position ?? '' });
      });
      // Much is going on: what comes in the meantime is taken in one go, at the price of one transaction.
      if (many) await pause(gatherMs, undefined, { signal: owning }).catch(() => undefined);
    }
  }

  /** Reads what projections that are behind take of the log, until there is nothing more. */
  private async catchUp(tracks: readonly Track[], cancelled?: AbortSignal): Promise<void> {
    const head = await this.store.head();
    const types = typesOf(tracks);
    for await (const batch of gathered(this.log.readAll(earliest(tracks, this.isAfter), { types }), muchAtOnce)) {
      this.duty.signal.throwIfAborted();
      cancelled?.throwIfAborted();
      await this.stepper.take(tracks, batch);
      this.progress.raise();
      if (tracks.every(({ incident }) => incident)) return;
    }
    // What they do not take lies behind them as well.
    if (head !== undefined) await this.stepper.reach(tracks, head);
  }

  /** What is still missing is read while the others wait, so nothing comes in between. */
  private join(tracks: readonly Track[], replaced?: Track): Promise<void> {
    return this.turns.take('log', async () => {
      await this.catchUp(tracks);
      this.tracks = [...this.tracks.filter((each) => each !== replaced), ...tracks];
      this.progress.raise();
    });
  }

  private async swapIn(track: Track): Promise<void> {
    const { name } = track.table.projection;
    for (let attempts = 20; ; attempts -= 1) {
      try {
        await this.turns.take('log', async () => {
          await this.catchUp([track]);
          if (track.incident)
            throw new Error(`the rebuild of ${name} stopped at ${track.incident.eventType}: ${track.incident.error}`);
          await this.generations.swap(track);
          this.tracks = [...this.tracks.filter(({ table }) => table.projection.name !== name), track];
        });
        break;
      } catch (error) {
        if (codeOf(error) !== '55P03' || attempts <= 1) throw error; // a reader is in the way: step back and try again
        await pause(250, undefined, { signal: this.duty.signal });
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
    const rows = await registry.all(this.pool);
    return wanted.map((definition) => {
      const { name, version } = definition;
      const row = rows.find(
        (each) => each.name === name && each.live && each.version === version && each.shape === shapeOf(definition),
      );
      return { name, checkpoint: row?.checkpoint ?? undefined, stopped: Boolean(row?.incident) };
    });
  }

  private readonly isAfter = (a: Position | undefined, b: Position | undefined): boolean =>
    a !== undefined && (b === undefined || this.store.compare(a, b) > 0);

  private hear(payload: string): void {
    const heard = JSON.parse(payload) as Change | Readonly<{ asked: true }>; // written by `registry.advance` and `Requests.ask`
    if ('asked' in heard) this.inBackground(this.duty.isMine ? this.requests.serve() : Promise.resolve());
    else if (!this.duty.isMine) this.tell(heard);
  }

  private tell(change: Change): void {
    this.progress.raise();
    if (change.names.length > 0) for (const listener of this.listeners) listener(change);
  }

  private inBackground(work: Promise<unknown>): void {
    const watched = work.catch(() => undefined).finally(() => this.background.delete(watched)); // seen in `status`
    this.background.add(watched);
  }
}
