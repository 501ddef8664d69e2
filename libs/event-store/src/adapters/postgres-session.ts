import type { Pool, PoolClient } from 'pg';

/**
 * A process that was killed is missed at once, since its machine says so. One whose machine or network is gone says nothing:
 * the server asks after it, and lets go of its lock after eight seconds without an answer.
 */
const missedSoon = `set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3; set tcp_user_timeout = 8000`;

/**
 * A connection that stays: holds a lock that says who does a piece of work, and hears what others say.
 * When it is lost, so is the lock.
 */
export class Session {
  private client: PoolClient | undefined;
  private holds = false;

  constructor(
    private readonly pool: Pool,
    private readonly lock: string,
    private readonly channels: readonly string[],
    private readonly heard: (channel: string, payload: string) => void,
    private readonly lost: () => void,
  ) {}

  get isOwner(): boolean {
    return this.holds;
  }

  /** Connects if need be, and takes the lock if nobody has it. */
  async tryOwn(): Promise<boolean> {
    const client = (this.client ??= await this.connect());
    if (this.holds) return true;
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock(hashtext($1)) as taken', [this.lock]);
    this.holds = rows[0]?.taken ?? false;
    return this.holds;
  }

  close(): void {
    const client = this.client;
    this.client = undefined;
    this.holds = false;
    client?.release(true);
  }

  private async connect(): Promise<PoolClient> {
    const client = await this.pool.connect();
    const gone = () => {
      if (this.client !== client) return;
      this.close();
      this.lost();
    };
    client.on('error', gone);
    client.on('end', gone);
    client.on('notification', ({ channel, payload }) => this.heard(channel, payload ?? ''));
    try {
      await client.query(missedSoon);
      for (const channel of this.channels) await client.query(`listen ${channel}`);
    } catch (error) {
      client.release(true); // else the pool would have one less for ever
      throw error;
    }
    return client;
  }
}
