import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { anotherKey, KeyVault, type SubjectKey } from '../keys.js';
import { derivedKey, pseudonymOf } from '../pseudonym.js';
import { Recent } from '../recent.js';
import { WaitingBatch } from '../waiting-batch.js';
import { prepare } from './postgres-schema.js';
import { transaction } from './postgres-transaction.js';

const schema = `
create schema if not exists app;
create table if not exists app.subject_keys (
  subject text primary key,
  wrapped bytea,
  created_at timestamptz not null default now(),
  forgotten_at timestamptz,
  check ((wrapped is null) = (forgotten_at is not null))
);
`;

/** How long a process that is told nothing may still read a person who was forgotten. */
const keptForMs = 60_000;

type Row = Readonly<{ subject: string; wrapped: Buffer | null }>;

/**
 * Keys in `app.subject_keys`, each wrapped (AES-256-GCM, the subject as associated data) by a key derived from the master key.
 * @param masterKey 32 random bytes; without it nothing personal can be read any more
 */
export const openPostgresKeyVault = async (pool: Pool, masterKey: Uint8Array): Promise<KeyVault> => {
  if (masterKey.length !== 32) throw new RangeError('the master key has 32 bytes');
  await prepare(pool, schema);
  return new PostgresKeyVault(pool, masterKey);
};

class PostgresKeyVault extends KeyVault {
  private readonly wrapping: Buffer;
  private readonly pseudonyms: Buffer;
  private readonly cache = new Recent<string, Readonly<{ key: SubjectKey; until: number }>>(20_000);
  private readonly made: WaitingBatch<string, SubjectKey | undefined>;
  /** How often somebody was forgotten here: a key that was read while that happened is not kept. */
  private era = 0;

  constructor(
    private readonly pool: Pool,
    masterKey: Uint8Array,
  ) {
    super();
    this.wrapping = derivedKey(masterKey, 'subject-keys');
    this.pseudonyms = derivedKey(masterKey, 'pseudonym');
    this.made = new WaitingBatch((subjects) => this.make(subjects));
  }

  override async keyFor(subject: string): Promise<SubjectKey | undefined> {
    return this.cached(subject) ?? this.made.get(subject);
  }

  override async keysOf(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>> {
    const found = new Map<string, SubjectKey>();
    const missing: string[] = [];
    for (const subject of subjects) {
      const key = this.cached(subject);
      if (key) found.set(subject, key);
      else missing.push(subject);
    }
    if (missing.length === 0) return found;
    const { era } = this;
    const { rows } = await this.pool.query<Row>({
      name: 'app.keys',
      text: 'select subject, wrapped from app.subject_keys where subject = any($1) and wrapped is not null',
      values: [missing],
    });
    for (const row of rows) {
      const key = this.remember(row, era);
      if (key) found.set(row.subject, key);
    }
    return found;
  }

  override async keep(keys: ReadonlyMap<string, SubjectKey | undefined>): Promise<void> {
    const kept = [...keys].flatMap(([subject, key]) => (key ? [[subject, key] as const] : []));
    const forgotten = [...keys].flatMap(([subject, key]) => (key ? [] : [subject]));
    await transaction(this.pool, 'begin', async (client) => {
      const subjects = kept.map(([subject]) => subject);
      await client.query(
        `insert into app.subject_keys (subject, wrapped) select * from unnest($1::text[], $2::bytea[]) on conflict do nothing`,
        [subjects, kept.map(([subject, key]) => this.wrap(subject, key))],
      );
      const { rows } = await client.query<Row>(
        'select subject, wrapped from app.subject_keys where subject = any($1) and wrapped is not null',
        [subjects],
      );
      for (const row of rows)
        if (row.wrapped && !this.unwrap(row.subject, row.wrapped).equals(keys.get(row.subject) ?? Buffer.alloc(0)))
          throw anotherKey(row.subject);
      await client.query(
        `insert into app.subject_keys (subject, wrapped, forgotten_at) select subject, null, now() from unnest($1::text[]) subject
         on conflict (subject) do update set wrapped = null, forgotten_at = coalesce(subject_keys.forgotten_at, now())`,
        [forgotten],
      );
    });
    for (const subject of forgotten) this.cache.delete(subject);
  }

  override async forget(subject: string): Promise<void> {
    this.era += 1;
    this.cache.delete(subject);
    await this.pool.query(
      `insert into app.subject_keys (subject, wrapped, forgotten_at) values ($1, null, now())
       on conflict (subject) do update set wrapped = null, forgotten_at = coalesce(subject_keys.forgotten_at, now())`,
      [subject],
    );
    this.era += 1;
    this.cache.delete(subject);
  }

  override pseudonym(kind: string, value: string): string {
    return pseudonymOf(this.pseudonyms, kind, value);
  }

  private async make(subjects: readonly string[]): Promise<(subject: string) => SubjectKey | undefined> {
    const wrapped = subjects.map((subject) => this.wrap(subject, randomBytes(32)));
    await this.pool.query(
      `insert into app.subject_keys (subject, wrapped) select * from unnest($1::text[], $2::bytea[]) on conflict do nothing`,
      [subjects, wrapped],
    );
    const keys = await this.keysOf(subjects);
    return (subject) => keys.get(subject);
  }

  private cached(subject: string): SubjectKey | undefined {
    const entry = this.cache.get(subject);
    return entry && entry.until > Date.now() ? entry.key : undefined;
  }

  private remember({ subject, wrapped }: Row, era: number): SubjectKey | undefined {
    if (!wrapped) return undefined;
    const key = this.unwrap(subject, wrapped);
    if (era === this.era) this.cache.set(subject, { key, until: Date.now() + keptForMs });
    return key;
  }

  private wrap(subject: string, key: SubjectKey): Buffer {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.wrapping, iv).setAAD(Buffer.from(subject));
    const ct = Buffer.concat([cipher.update(key), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), ct]);
  }

  private unwrap(subject: string, wrapped: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.wrapping, wrapped.subarray(0, 12), { authTagLength: 16 })
      .setAAD(Buffer.from(subject))
      .setAuthTag(wrapped.subarray(12, 28));
    return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]);
  }
}
