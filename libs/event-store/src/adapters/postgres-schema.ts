import type { Pool } from 'pg';
import { transaction } from './postgres-transaction.js';

/** Runs DDL that can be repeated, one process at a time. */
export const prepare = (pool: Pool, ddl: string): Promise<void> =>
  transaction(pool, 'begin', async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('alur schema'))`);
    await client.query(ddl);
  });

/**
 * The log. `data` and `metadata` are `json` and not `jsonb`: nothing queries into them, text is quicker to write
 * and to read, and it takes every string that JSON can say (jsonb refuses \u0000).
 * `id` has no index: a repeat is recognised at its place in its stream, and an index of random values would nearly halve what
 * can be written.
 *
 * `es.append` writes a batch of appends. The row lock on `log_head` is held until the commit is durable and visible,
 * so positions are handed out in the order of commit, without gaps, and a reader never has to look back.
 */
export const logSchema = `
create schema if not exists es;

create table if not exists es.events (
  position bigint primary key,
  stream text not null,
  revision bigint not null,
  id uuid not null,
  type text not null,
  version integer not null,
  data json not null,
  metadata json not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (stream, revision)
);

create table if not exists es.log_head (
  one boolean primary key default true check (one),
  position bigint not null
) with (fillfactor = 10);
insert into es.log_head (position) values (0) on conflict do nothing;

create or replace function es.append(
  p_streams text[], p_expected bigint[],
  p_appends integer[], p_event_streams text[], p_revisions bigint[], p_ids uuid[], p_types text[], p_versions integer[],
  p_data json[], p_metadata json[],
  out accepted boolean[], out head bigint
) language plpgsql as $$
declare
  written bigint;
begin
  select position into head from es.log_head for update;
  select array_agg(
      coalesce((select e.revision from es.events e where e.stream = a.stream order by e.revision desc limit 1), -1) = a.expected
      order by a.n)
    into accepted
    from unnest(p_streams, p_expected) with ordinality as a (stream, expected, n);
  insert into es.events (position, stream, revision, id, type, version, data, metadata)
    select head + row_number() over (order by u.n), u.stream, u.revision, u.id, u.type, u.version, u.data, u.metadata
    from unnest(p_appends, p_event_streams, p_revisions, p_ids, p_types, p_versions, p_data, p_metadata)
      with ordinality as u (append, stream, revision, id, type, version, data, metadata, n)
    where accepted[u.append];
  get diagnostics written = row_count;
  if written > 0 then
    update es.log_head set position = head + written;
    perform pg_notify('es_events', (head + written)::text);
  end if;
end $$;
`;
