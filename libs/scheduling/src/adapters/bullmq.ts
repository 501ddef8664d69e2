import { createPostgresBackend, type JobsOptions, Queue, runMigrations, Worker } from 'bullmq';
import { Pool } from 'pg';
import { connected, connectTo, isConnected, whileConnected } from './redis-connection.js';
import { type DueHandler, type Timer, Timers } from '../timers.js';

type Processor = (job: Readonly<{ data: Timer }>) => Promise<void>;

/** The part of a queue and of a worker that is used; BullMQ's own types differ from backend to backend. */
type Jobs = Readonly<{
  addBulk: (jobs: { name: string; data: Timer; opts: JobsOptions }[]) => Promise<unknown>;
  drain: (delayed: boolean) => Promise<void>;
  close: () => Promise<void>;
  on: (event: 'error', listener: (error: Error) => void) => unknown;
}>;
type Worked = Readonly<{
  close: (force?: boolean) => Promise<void>;
  on: (event: 'error', listener: (error: Error) => void) => unknown;
}>;

type Backend = Readonly<{
  queue: () => Jobs;
  worker: (process: Processor) => Worked;
  isReachable: () => boolean;
  /** Does something with the server, and throws as soon as it is away instead of waiting for it to come back. */
  whileReachable: <T>(work: () => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}>;

export type BullTimersOptions = Readonly<{
  /** Name of the queue; one per tenant. */
  queue: string;
  /** What goes wrong in the background: a lost connection, a handler that threw. */
  onError?: (error: Error) => void;
}>;

/** Eight tries within about two minutes; after that the sweeper sets the timer again. */
const JOB = { attempts: 8, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: true, removeOnFail: true };

/** A job id must be neither an integer nor hold a colon. */
const jobId = (id: string) => `t-${encodeURIComponent(id)}`;

/** BullMQ keeps a connection to itself for as long as it waits, hence more than one or two. */
const POOL = 5;

/** Reports what goes wrong, until it is told that the end is meant: connections that are let go may still say that they broke. */
const troubleOf = (onError: (error: Error) => void) => {
  let hushed = false;
  return { say: (error: Error) => void (hushed || onError(error)), hush: () => void (hushed = true) };
};
type Trouble = ReturnType<typeof troubleOf>;

/** Timers as delayed jobs. One job is handled at a time, so that the overdue keep their order within a process. */
class BullTimers extends Timers {
  readonly #queue: Jobs;
  #worker: Worked | undefined;
  #handler: DueHandler | undefined;

  constructor(
    private readonly backend: Backend,
    private readonly trouble: Trouble,
  ) {
    super();
    this.#queue = backend.queue();
    this.#queue.on('error', trouble.say);
  }

  async schedule(...timers: readonly Timer[]): Promise<void> {
    if (timers.length === 0) return;
    const now = Date.now();
    const jobs = timers.map((timer) => ({
      name: 'due',
      data: timer,
      opts: { ...JOB, jobId: jobId(timer.id), delay: Math.max(0, Date.parse(timer.at) - now) },
    }));
    await this.backend.whileReachable(() => this.#queue.addBulk(jobs));
  }

  onDue(handler: DueHandler): void {
    this.#handler = handler;
    if (this.#worker) return;
    this.#worker = this.backend.worker(({ data }) => this.#fire(data));
    this.#worker.on('error', this.trouble.say);
  }

  async clear(): Promise<void> {
    await this.#queue.drain(true);
  }

  isReachable(): boolean {
    return this.backend.isReachable();
  }

  async close(): Promise<void> {
    // Of a server that is away nobody can take leave; what a handler had in hand is in the queue still.
    await this.#worker?.close(!this.backend.isReachable());
    this.trouble.hush();
    await this.#queue.close();
    await this.backend.close();
  }

  async #fire(timer: Timer): Promise<void> {
    try {
      await this.#handler?.(timer);
    } catch (error) {
      this.trouble.say(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  }
}

/**
 * Timers on PostgreSQL, in the schema `bullmq`, which is made or brought up to date here.
 *
 * @param connectionString of the database; a pool of its own is opened, since BullMQ wants its schema on the search path
 */
export const postgresTimers = async (
  connectionString: string,
  { queue, onError = () => undefined }: BullTimersOptions,
): Promise<Timers> => {
  const pool = new Pool({ connectionString, max: POOL, keepAlive: true, options: '-c search_path=bullmq' });
  const trouble = troubleOf(onError);
  pool.on('error', trouble.say);
  pool.on('connect', (taken) => taken.on('error', trouble.say)); // one that breaks while it is in use, too
  const client = await pool.connect();
  try {
    await runMigrations(client, 'bullmq');
  } finally {
    client.release();
  }
  const backend: Backend = {
    queue: () => new Queue(queue, { connection: pool }, createPostgresBackend),
    worker: (process) => new Worker(queue, process, { connection: pool, concurrency: 1 }, createPostgresBackend),
    isReachable: () => true, // a query says itself that it failed
    whileReachable: (work) => work(),
    close: () => pool.end(),
  };
  return new BullTimers(backend, trouble);
};

/** How long a start waits for Redis. It goes on without, and what is due is set once Redis is there. */
const CONNECTING_MS = 2_000;

/**
 * Timers on Redis (5.0 or newer, 6.2 advised, `noeviction`).
 *
 * @param url of one server, of sentinels or of a cluster: see `connectTo`
 */
export const redisTimers = async (url: string, { queue, onError = () => undefined }: BullTimersOptions): Promise<Timers> => {
  const { connection, prefix } = connectTo(url);
  const trouble = troubleOf(onError);
  connection.on('error', trouble.say);
  await connected(connection, CONNECTING_MS);
  const backend: Backend = {
    queue: () => new Queue(queue, { connection, prefix }),
    worker: (process) => new Worker(queue, process, { connection, prefix, concurrency: 1 }),
    isReachable: () => isConnected(connection),
    whileReachable: (work) => whileConnected(connection, work),
    close: async () => {
      if (isConnected(connection)) await connection.quit();
      else connection.disconnect();
    },
  };
  return new BullTimers(backend, trouble);
};
