import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

export type Reading = Readonly<{ stop: () => Promise<Readonly<{ reads: number; failures: readonly string[] }>> }>;

/** Somebody who reads every read model in turns, each time its position and some rows as of one moment. */
export const keepReading = (pool: Pool, names: readonly string[]): Reading => {
  const end = new AbortController();
  const failures: string[] = [];
  const positions = new Map<string, bigint>();
  let reads = 0;

  const read = async () => {
    const client = await pool.connect();
    try {
      for (let n = 0; !end.signal.aborted; n += 1) {
        const name = names[n % names.length] ?? '';
        try {
          await client.query('begin isolation level repeatable read read only');
          const { rows } = await client.query<{ checkpoint: string | null }>(
            'select checkpoint from rm.projections where name = $1 and live',
            [name],
          );
          await client.query(`select * from rm.${name} limit 20`);
          await client.query('commit');
          const position = BigInt(rows[0]?.checkpoint ?? -1);
          const before = positions.get(name) ?? -1n;
          if (position < before) failures.push(`${name} went back from ${before} to ${position}`);
          positions.set(name, position);
          reads += 1;
        } catch (error) {
          failures.push(`${name}: ${String(error)}`);
          await client.query('rollback');
        }
        await pause(5);
      }
    } finally {
      client.release();
    }
  };
  const going = read().catch((error: unknown) => void failures.push(String(error)));
  return {
    stop: async () => {
      end.abort();
      await going;
      return { reads, failures };
    },
  };
};
