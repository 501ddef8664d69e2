import type { Pool, PoolClient } from 'pg';
import { Signal } from '../signal.js';

const channel = 'es_events';

/**
 * Tells readers that the log has grown: at once for what this process wrote, by LISTEN for what others wrote.
 * A lost notification costs no event, only time: readers look for themselves now and then (`pollMs`).
 */
export class Doorbell {
  private readonly signal = new Signal();
  private newest = 0n;
  private client: PoolClient | undefined;
  private connecting: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly pool: Pool,
    private readonly pollMs: number,
  ) {}

  /** The newest position this process has heard of. */
  get head(): bigint {
    return this.newest;
  }

  ring(head: string): void {
    const position = BigInt(head);
    if (position <= this.newest) return; // told of it already: what this process writes it hears of twice
    this.newest = position;
    this.signal.raise();
  }

  /** Wakes everybody without news, so that they see they are closed. */
  wake(): void {
    this.signal.raise();
  }

  /** Resolves when something may have happened. Ask before looking. */
  next(): Promise<void> {
    void this.listen();
    return this.signal.next(this.pollMs);
  }

  close(): void {
    this.closed = true;
    this.client?.release(true);
    this.client = undefined;
    this.signal.raise();
  }

  private listen(): Promise<void> {
    if (this.client || this.closed) return Promise.resolve();
    this.connecting ??= this.connect()
      .catch(() => undefined) // polling goes on, and the next reader tries again
      .finally(() => (this.connecting = undefined));
    return this.connecting;
  }

  private async connect(): Promise<void> {
    const client = await this.pool.connect();
    const lost = () => {
      if (this.client !== client) return;
      this.client = undefined;
      client.release(true);
    };
    client.on('notification', ({ payload }) => this.ring(payload ?? '0'));
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.query(`listen ${channel}`);
    } catch (error) {
      client.release(true);
      throw error;
    }
    if (this.closed) return client.release(true);
    this.client = client;
    this.signal.raise(); // what was written before the LISTEN took hold
  }
}
