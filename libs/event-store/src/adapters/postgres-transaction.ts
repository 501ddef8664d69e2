import type { Pool, PoolClient } from 'pg';

/** Runs work in one transaction. `begin` may set what holds for it. */
export const transaction = async <T>(pool: Pool, begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  const lost = (error: Error) => (broken = error); // the query under way says so as well
  client.on('error', lost);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client
      .query('rollback')
      .catch((reason: unknown) => (broken = reason instanceof Error ? reason : new Error(String(reason))));
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
};

/** For what can be made again from the log: the rows and their checkpoint are lost together or not at all. */
export const lazily = 'begin; set local synchronous_commit = off';
