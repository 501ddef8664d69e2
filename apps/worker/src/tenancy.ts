import { openPool } from '@app/event-store/adapters/pool';
import type { PoolClient } from 'pg';

/**
 * Makes sure that a database is this tenant's, before anything else is asked of it: the first to open it writes his name into
 * it, and another one is refused for ever after. A database from before there were names is whose events it holds.
 * @throws Error in words for an operator
 */
export const claimDatabase = async (connectionString: string, tenant: string): Promise<void> => {
  const pool = openPool({ connectionString, max: 1, name: 'tenancy' });
  try {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`select pg_advisory_xact_lock(hashtext('alur tenant'))`);
      await client.query(`create schema if not exists app`);
      await client.query(
        `create table if not exists app.tenant (one boolean primary key default true check (one), name text not null)`,
      );
      const owner = await ownerIn(client);
      if (owner !== undefined && owner !== tenant) throw new Error(refusal(owner, tenant));
      await client.query('insert into app.tenant (name) values ($1) on conflict do nothing', [tenant]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
};

const ownerIn = async (client: PoolClient): Promise<string | undefined> => {
  const named = await client.query<{ name: string }>('select name from app.tenant');
  if (named.rows[0]) return named.rows[0].name;
  const { rows } = await client.query<{ log: string | null }>(`select to_regclass('es.events')::text as log`);
  if (!rows[0]?.log) return undefined;
  const first = await client.query<{ name: string }>(
    `select split_part(stream, '.', 1) as name from es.events order by position limit 1`,
  );
  return first.rows[0]?.name;
};

const refusal = (owner: string, tenant: string) =>
  `This database belongs to the tenant ${owner}, and the settings say TENANT=${tenant}. Every tenant has a database of its own: ` +
  `set TENANT=${owner}, or DATABASE_URL (DATA_DIR) to another one.`;
