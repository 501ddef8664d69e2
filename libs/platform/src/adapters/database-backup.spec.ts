import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { testDatabase, type TestDatabase } from '@app/event-store/testing';
import pg from 'pg';
import { BadBackup, checkBackup, restoreBackup, writeBackup } from './database-backup.js';

const about = { version: '1', tenant: 'kepahiang', at: '2026-01-05T02:00:00Z', masterKey: null, masterKeyCheck: 'x' };

const schema = `
create schema app; create schema es; create schema rm;
create table es.log_head (one boolean primary key default true check (one), position bigint not null);
insert into es.log_head values (true, 1);
create table es.events (position bigint primary key, data json not null, at timestamptz not null default clock_timestamp());
create table app.people (name text primary key check (name = lower(name)), spoken text[] not null default '{}', photo bytea, size integer generated always as (length(photo)) stored);
create table app.notes (id bigint generated always as identity primary key, person text not null references app.people on delete cascade, note jsonb);
create index notes_person on app.notes (person) where note is not null;
create table rm.copies (name text);`;

describe('a backup of the database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alur-backup-'));
  let source!: TestDatabase;
  let client!: pg.Client;

  const connected = async ({ connectionString }: TestDatabase) => {
    const opened = new pg.Client({ connectionString });
    await opened.connect();
    return opened;
  };
  /** What is in a database: its tables, their shape and their rows. */
  const contents = async (of: pg.Client) => {
    const told: Record<string, unknown> = {};
    for (const table of ['es.log_head', 'es.events', 'app.people', 'app.notes'])
      told[table] = (await of.query<{ row: string }>(`select t::text as row from ${table} t order by 1`)).rows.map(
        ({ row }) => row,
      );
    const { rows } = await of.query<object>(
      `select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as d from pg_constraint where connamespace in ('app'::regnamespace, 'es'::regnamespace)
       union all select tablename, indexname, indexdef from pg_indexes where schemaname in ('app', 'es')
       union all select table_name, column_name, data_type || coalesce(column_default, '') || is_nullable || is_identity || is_generated from information_schema.columns where table_schema in ('app', 'es')
       order by 1, 2, 3`,
    );
    return { ...told, shape: rows };
  };
  const taken = async (name: string) => {
    const path = join(folder, name);
    await writeBackup({ connectionString: source.connectionString, path, about });
    return path;
  };

  beforeAll(async () => {
    source = await testDatabase();
    client = await connected(source);
    await client.query(schema);
    await client.query(
      `insert into app.people (name, spoken, photo) values ('ana', '{id,"r\\"j"}', $1), ('budi', default, null)`,
      [randomBytes(3_000_000)],
    );
    await client.query(
      `insert into app.notes (person, note) values ('ana', '{"a": "\\\\. \\n\\t"}'), ('ana', null), ('budi', '"\u2028"')`,
    );
    await client.query(`insert into es.events values (1, $1)`, ['{"text": "\\u0000 \\\\."}']);
  });
  afterAll(async () => {
    await client.end();
    await source.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives everything back as it was, and counting goes on where it was', async () => {
    const path = await taken('whole');
    expect(await checkBackup(path)).toMatchObject({ tenant: 'kepahiang', position: '1' });
    const target = await testDatabase();
    await restoreBackup({ connectionString: target.connectionString, path });
    const restored = await connected(target);
    expect(await contents(restored)).toEqual(await contents(client));
    const { rows } = await restored.query(`insert into app.notes (person) values ('ana') returning id::int`);
    expect(rows).toEqual([{ id: 4 }]);
    expect((await restored.query(`select to_regnamespace('rm') as rm`)).rows).toEqual([{ rm: null }]);
    await restored.end();
    await target.close();
  });

  it('is of one moment, however much is written meanwhile', async () => {
    const stop = new AbortController();
    const writing = (async () => {
      const writer = await connected(source);
      for (let n = 2; !stop.signal.aborted; n += 1) {
        await writer.query('begin');
        await writer.query('update es.log_head set position = $1', [n]);
        await writer.query(`insert into es.events values ($1, '{}')`, [n]);
        await writer.query('commit');
      }
      await writer.end();
    })();
    const path = await taken('moment').finally(() => stop.abort());
    await writing;
    const target = await testDatabase();
    await restoreBackup({ connectionString: target.connectionString, path });
    const restored = await connected(target);
    const { rows } = await restored.query(
      `select (select position from es.log_head)::int as head, max(position)::int as last from es.events`,
    );
    expect(rows[0]).toMatchObject({ head: (rows[0] as { last: number }).last });
    await restored.end();
    await target.close();
  });

  it('is a file for its owner only, and leaves nothing behind when it fails', async () => {
    const path = await taken('private');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readdirSync(folder);
    await client.query('create function app.touch() returns trigger language plpgsql as $$ begin return new; end $$');
    await client.query('create trigger touched before update on app.people for each row execute function app.touch()');
    await expect(taken('odd')).rejects.toThrow('app.people');
    await client.query('drop trigger touched on app.people; drop function app.touch');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('is refused when a byte was changed or its end is missing, and a database that is not empty is left alone', async () => {
    const path = await taken('good');
    const text = gunzipSync(readFileSync(path));
    const wrong = (name: string, bytes: Buffer) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const changed = Buffer.from(text);
    changed[Math.floor(text.length / 2)] = (changed[Math.floor(text.length / 2)] ?? 0) ^ 1;
    const spoilt = [
      wrong('changed', gzipSync(changed)),
      wrong('short', gzipSync(text.subarray(0, -100))),
      wrong('cut', readFileSync(path).subarray(0, -50)),
      wrong('other', Buffer.from(createHash('sha256').digest('hex'))),
      join(folder, 'nowhere'),
    ];
    for (const file of spoilt) await expect(checkBackup(file)).rejects.toThrow(BadBackup);
    const before = await contents(client);
    await expect(restoreBackup({ connectionString: source.connectionString, path })).rejects.toThrow('not empty');
    expect(await contents(client)).toEqual(before);
  });
});
