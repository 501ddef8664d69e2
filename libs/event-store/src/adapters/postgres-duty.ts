import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Holder } from '../projection-runner.js';
import { Session } from './postgres-session.js';

/** What the process that has the duty does. */
export type Work = Readonly<{
  /** Finds out where things stand. Called whenever the duty is taken over, and after every failure. */
  takeOver: () => Promise<void>;
  /** Works until told to stop. What it throws is followed by another `takeOver`. */
  follow: (owning: AbortSignal) => Promise<void>;
}>;

type Options = Readonly<{
  pool: Pool;
  lock: string;
  channel: string;
  heard: (payload: string) => void;
  /** Told of every failure that is followed by another `takeOver`. */
  onTrouble?: ((error: unknown) => void) | undefined;
}>;

/** Work that exactly one of several processes does at a time; when that one is gone, another takes over within a second or so. */
export class Duty {
  private readonly session: Session;
  private readonly closed = new AbortController();
  private owning = new AbortController();
  private going: Promise<void> | undefined;

  constructor(
    private readonly options: Options,
    private readonly work: Work,
  ) {
    const { pool, lock, channel, heard } = options;
    this.session = new Session(
      pool,
      lock,
      [channel],
      (_, payload) => heard(payload),
      () => this.owning.abort(),
    );
  }

  /** Whether this process has it. */
  get isMine(): boolean {
    return this.session.isOwner;
  }

  /** Aborted when this process lost it, or is closing. */
  get signal(): AbortSignal {
    return this.owning.signal;
  }

  get isClosed(): boolean {
    return this.closed.signal.aborted;
  }

  async start(): Promise<void> {
    if (await this.session.tryOwn()) await this.takeOver();
    this.going = this.keepGoing();
  }

  async close(): Promise<void> {
    this.closed.abort();
    this.owning.abort();
    await this.going;
    this.session.close();
  }

  private async takeOver(): Promise<void> {
    this.owning = new AbortController();
    await this.work.takeOver();
  }

  private async keepGoing(): Promise<void> {
    let failed = false;
    while (!this.isClosed) {
      try {
        if (this.isMine && !failed) await this.work.follow(this.signal);
        else if (await this.session.tryOwn()) await this.takeOver();
        else await this.pause(1000);
        failed = false;
      } catch (error) {
        failed = true;
        if (!this.isClosed) this.options.onTrouble?.(error);
        await this.pause(500);
      }
    }
  }

  private pause(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: this.closed.signal }).catch(() => undefined);
  }
}

/** Who does the read models or the policies at present; nobody, while one process takes over from another. */
export const holderOf = async (pool: Pool, what: 'projections' | 'policies'): Promise<Holder | undefined> => {
  const { rows } = await pool.query<Holder>(
    `select coalesce(host(a.client_addr), 'local') as host, a.pid, a.backend_start as since
     from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and a.datname = current_database()
       and l.objsubid = 1 and l.objid::bigint = hashtext($1)::bigint & 4294967295`,
    [`alur ${what}`],
  );
  return rows[0];
};
