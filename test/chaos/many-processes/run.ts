import { hasRedis } from '../../support/redis.js';

/** Writes in a second, one in four a decision. CHAOS_RATE says otherwise. */
export const perSecond = Number(process.env['CHAOS_RATE'] ?? 12);

/** The load ends when everything has been done to it, after some 40 s; a machine that is busy with other things takes longer. */
export const longestSeconds = 180;

/** From FC_SEED, so that the order of things can be had again. */
export const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);

export const say = (line: string) => process.stdout.write(`${line}\n`);

/** Says so where something was not done for want of Redis. */
export const skippedWithoutRedis = (what: string) => {
  if (!hasRedis()) say(`SKIPPED: ${what}, since there is no redis-server on PATH`);
};
