import { setTimeout as pause } from 'node:timers/promises';
import { openPool } from '@app/event-store/adapters/pool';
import type { Setup } from './http.js';

const read = `select coalesce(min(coalesce(checkpoint, '0')::bigint), 0) at from rm.projections where live`;
const reacted = `select coalesce(min(coalesce(checkpoint, '0')::bigint), 0) at from es.policy_checkpoints`;

/** Resolves when the read models, and with a worker the reactions, have come to where the log ends. */
export const levelled = async (connectionString: string, setup: Setup): Promise<void> => {
  const pool = openPool({ connectionString, max: 1, name: 'bench level' });
  try {
    const text = `select head.position <= (${read}) ${setup === 'worker' ? `and head.position <= (${reacted})` : ''} level
      from es.log_head head`;
    for (let level = false; !level; await pause(20)) {
      const { rows } = await pool.query<{ level: boolean }>(text);
      level = rows[0]?.level ?? true;
    }
  } finally {
    await pool.end();
  }
};
