import type { Pool } from 'pg';
import { type Blob, Blobs } from '../blobs.js';
import { sha256Of } from '../hash.js';

/** Guards the making of the table against another process that is starting. */
const LOCK = 7_306_011;

/** Bytes in PostgreSQL, so that several processes serve them without a shared disk. */
export class PostgresBlobs extends Blobs {
  private constructor(private readonly pool: Pool) {
    super();
  }

  /** Makes the table where it is not there yet. The pool stays its owner's. */
  static async open(pool: Pool): Promise<PostgresBlobs> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
      await client.query('create schema if not exists app');
      await client.query(
        `create table if not exists app.blobs (
           sha256 text primary key, mime text not null, size integer not null, bytes bytea not null, kept_at timestamptz not null default now())`,
      );
      // What comes in is compressed already: PDF, PNG, JPEG.
      await client.query('alter table app.blobs alter column bytes set storage external');
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
    return new PostgresBlobs(pool);
  }

  override async put({ mime, bytes }: Blob): Promise<string> {
    const hash = sha256Of(bytes);
    // Kept anew, so that whoever clears away what he found unused a while ago leaves it.
    await this.pool.query(
      `insert into app.blobs (sha256, mime, size, bytes) values ($1, $2, $3, $4)
       on conflict (sha256) do update set kept_at = clock_timestamp()`,
      [hash, mime, bytes.length, bytes],
    );
    return hash;
  }

  override async get(sha256: string): Promise<Blob | undefined> {
    const { rows } = await this.pool.query<Blob>('select mime, bytes from app.blobs where sha256 = $1', [sha256]);
    return rows[0];
  }
}
