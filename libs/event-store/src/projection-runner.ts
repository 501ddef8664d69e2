import type { Position } from './event-store.js';

/** `building`: a new generation is being filled and readers don't see it yet. `stopped`: it threw, and waits for `retry`. */
export type ProjectionStatus = Readonly<{
  name: string;
  generation: number;
  version: number;
  state: 'live' | 'building' | 'stopped';
  /** Up to where it has read; `undefined` at the beginning. */
  checkpoint: Position | undefined;
  incident?: Incident;
}>;

/** Why something stopped. Never the event's data, which may be personal. */
export type Incident = Readonly<{
  position: Position;
  eventId: string;
  eventType: string;
  stream?: string;
  error: string;
  at: string;
}>;

/** The connection by which a process holds the work: where from, which, and since when (an ISO instant). */
export type Holder = Readonly<{ host: string; pid: number; since: string }>;

/** A projection had not got there in time. */
export class Lagging extends Error {
  override readonly name = 'Lagging';
  constructor(
    readonly position: Position,
    readonly behind: readonly Readonly<{ name: string; checkpoint: Position | undefined }>[],
  ) {
    super(
      `not yet at ${position}: ${behind.map(({ name, checkpoint }) => `${name} at ${checkpoint ?? 'the beginning'}`).join(', ')}`,
    );
  }
}

/**
 * Keeps read models up to date.
 *
 * Rows and checkpoint are written in one transaction, so every event counts exactly once. A projection that throws stops
 * alone, before the event it threw at; it never skips one. Of several processes one does the work; the others can wait and ask.
 */
export abstract class ProjectionRunner {
  /** Makes the tables and begins. A projection whose version or columns have changed is rebuilt. */
  abstract start(): Promise<void>;

  /**
   * Resolves once the projections (all, if none are named) have read up to a position.
   * @throws Lagging after `timeoutMs` (5 s by default), and at once where one of them has stopped before it
   */
  abstract waitFor(position: Position, names?: readonly string[], timeoutMs?: number): Promise<void>;

  abstract status(): Promise<readonly ProjectionStatus[]>;

  /** Who does the work at present; nobody, while one process takes over from another. */
  abstract holder(): Promise<Holder | undefined>;

  /** Fills a new generation beside the live one, which goes on, and swaps them. Resolves after the swap. */
  abstract rebuild(name: string): Promise<void>;

  /** Ends a rebuild that is under way; what is live goes on. Nothing happens where there is none. */
  abstract cancel(name: string): Promise<void>;

  /** Lets a stopped projection try again, without the events that were skipped for it: see `Incidents`. */
  abstract retry(name: string): Promise<void>;

  /** Calls back after every step with the projections whose rows changed. Returns how to stop that. */
  abstract onChange(listener: (change: Readonly<{ names: readonly string[]; position: Position }>) => void): () => void;

  /** Finishes the batch at hand and waits for `resume`. */
  abstract pause(): Promise<void>;
  abstract resume(): void;
  abstract close(): Promise<void>;
}
