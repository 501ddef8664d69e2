import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '@app/event-store';
import type { Pool } from 'pg';
import { lives } from './lives.js';
import type { Scribe } from './log.js';

export type Meanwhile = Readonly<{
  stop: () => Promise<Readonly<{ written: number; reads: number; failures: readonly string[] }>>;
}>;

type Parts = Readonly<{
  store: EventStore;
  scribe: Scribe;
  people: readonly string[];
  pool: Pool;
  names: readonly string[];
  perSecond: number;
}>;

/**
 * What goes on while read models are rebuilt: so many decisions a second are written, and somebody reads every read model in
 * turns, each time its position and some rows as of one moment.
 */
export const meanwhile = ({ store, scribe, people, pool, names, perSecond }: Parts): Meanwhile => {
  const end = new AbortController();
  const failures: string[] = [];
  const counts = { written: 0, reads: 0 };
  const positions = new Map<string, bigint>();

  const write = async () => {
    const began = performance.now();
    for (const happening of lives(people)) {
      if (end.signal.aborted) return;
      const { stream, revision, event } = await scribe.write(happening);
      await store.append(stream, [event], revision === 0n ? 'none' : revision - 1n);
      counts.written += 1;
      const early = began + (counts.written * 1000) / perSecond - performance.now();
      if (early > 0) await pause(early);
    }
  };
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
          counts.reads += 1;
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
  const going = [write(), read()].map((each) => each.catch((error: unknown) => void failures.push(String(error))));
  return {
    stop: async () => {
      end.abort();
      await Promise.all(going);
      return { ...counts, failures };
    },
  };
};
