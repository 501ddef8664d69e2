import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { commonFields, projections, personalFields, upcasters } from '@app/domain/policies';
import { Codec, SharedLog } from '@app/event-store';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import { openPostgresKeyVault } from '@app/event-store/adapters/postgres-keys';
import { openPostgresProjections } from '@app/event-store/adapters/postgres-projections';

import type { Pool } from 'pg';
import { startServer } from '../../../libs/event-store/src/testing/postgres-server.js';
import { Scribe } from './log.js';
import { meanwhile } from './meanwhile.js';

/** `npm run bench:rebuild -- [events] [decisions per second]` */
const [count = 1_000_000, perSecond = 50] = process.argv.slice(2).map(Number);
const names = projections.map(({ name }) => name);
const waitMs = 3_600_000;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

/** One sum over all rows of each read model. */
const sums = async (pool: Pool): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const name of names) {
    const { rows } = await pool.query<{ rows: string; sum: string }>(
      `select count(*) as rows, coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text as sum from rm.${name} t`,
    );
    found.set(name, `${rows[0]?.rows} rows, ${rows[0]?.sum}`);
  }
  return found;
};

const inAnotherProcess = (program: string, ...args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], { stdio: 'inherit' });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
  });

const peopleIn = async (pool: Pool): Promise<readonly string[]> =>
  (
    await pool.query<{ id: string }>(
      `select split_part(stream, 'person-', 2) as id from es.events where type = 'PersonRegistered'`,
    )
  ).rows.map(({ id }) => id);

const main = async (connectionString: string): Promise<boolean> => {
  const pool = openPool({ connectionString, max: 4, name: 'bench' });
  const store = await openPostgresEventStore({ connectionString });
  const masterKey = randomBytes(32);
  const vault = await openPostgresKeyVault(pool, masterKey);
  const log = new SharedLog(store, new Codec(vault, { personalFields, upcasters, commonFields }));
  const run = async () => {
    const runner = openPostgresProjections({ connectionString, store, log, projections });
    const took = await seconds(async () => {
      await runner.start();
      await runner.waitFor((await store.head()) ?? '', undefined, waitMs);
    });
    return { runner, took };
  };
  const filling = await seconds(() => inAnotherProcess('fill.js', connectionString, masterKey.toString('hex'), String(count)));
  console.log(`${count} events, sealed and hashed, loaded in ${filling.toFixed(1)} s; ${projections.length} read models`);

  const people = await peopleIn(pool);
  const first = await run();
  console.log(`made from nothing, all in one reading: ${first.took.toFixed(1)} s, ${(count / first.took).toFixed(0)} events/s`);

  globalThis.gc?.();
  let [peak, slowest] = [0, 0];
  const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 100);
  const around = meanwhile({ store, scribe: new Scribe(vault), people, pool, names, perSecond });
  const total = await seconds(async () => {
    for (const name of names) {
      const took = await seconds(() => first.runner.rebuild(name));
      slowest = Math.max(slowest, took);
      console.log(`  ${name.padEnd(26)} ${took.toFixed(1).padStart(7)} s ${(count / took).toFixed(0).padStart(9)} events/s`);
    }
  });
  const { written, reads, failures } = await around.stop();
  clearInterval(watching);
  console.log(
    `every one rebuilt, one after the other: ${total.toFixed(1)} s, while ${written} decisions were written (${(written / total).toFixed(0)}/s)`,
  );
  console.log(
    `a reader read ${reads} times; ${failures.length} reads failed or went back${failures.length > 0 ? `: ${failures.slice(0, 5).join('; ')}` : ''}`,
  );
  console.log(`peak memory of the process (worker, writer and reader in one): ${(peak / 1024 / 1024).toFixed(0)} MB`);

  await first.runner.waitFor((await store.head()) ?? '', undefined, waitMs);
  const rebuilt = await sums(pool);
  await first.runner.close();
  await pool.query('drop schema rm cascade');
  const second = await run();
  const anew = await sums(pool);
  await second.runner.close();
  const different = names.filter((name) => rebuilt.get(name) !== anew.get(name));
  for (const name of different) console.log(`${name} DIFFERS: ${rebuilt.get(name)}, from nothing ${anew.get(name)}`);
  console.log(
    `${different.length} of ${names.length} read models differ from a build from nothing (${second.took.toFixed(1)} s)`,
  );
  await log.close();
  await store.close();
  await pool.end();
  return failures.length === 0 && different.length === 0;
};

const server = await startServer({ durable: true, settings: ['shared_buffers=256MB', 'max_wal_size=4GB'] });
try {
  if (!(await main(server.connectionString))) process.exitCode = 1;
} finally {
  await server.stop();
}
