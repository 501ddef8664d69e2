import type { Generated } from 'kysely';
import { type Kysely, sql } from 'kysely';

/** The tables of who may come in. Ordinary rows: nothing of this is an event. */
export type AuthTables = {
  'app.accounts': {
    username: string;
    /** null: signs in by the identity provider only. */
    password_hash: string | null;
    person_id: string;
    language: string;
    disabled: Generated<boolean>;
    created_at: Generated<string>;
  };
  'app.credentials': {
    id: string;
    /** SHA-256 of the token; the token itself is known to its holder alone. */
    token_hash: Buffer;
    username: string;
    kind: 'session' | 'token';
    name: string | null;
    created_at: Generated<string>;
    expires_at: string;
  };
};

/** Creates the tables where they are missing. Several processes may do so at once. */
export const createAuthTables = async (db: Kysely<AuthTables>): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('alur.auth'))`.execute(tx);
    await sql`create schema if not exists app`.execute(tx);
    await sql`create table if not exists app.accounts (
      username text primary key check (username = lower(username)),
      password_hash text,
      person_id text not null,
      language text not null default 'id',
      disabled boolean not null default false,
      created_at timestamptz not null default now())`.execute(tx);
    await sql`alter table app.accounts alter column password_hash drop not null`.execute(tx);
    await sql`create table if not exists app.credentials (
      id uuid primary key,
      token_hash bytea not null unique,
      username text not null references app.accounts on delete cascade,
      kind text not null,
      name text,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null)`.execute(tx);
    await sql`create index if not exists credentials_username on app.credentials (username)`.execute(tx);
  });
};
