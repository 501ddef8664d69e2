import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commonFields, personalFields, projections, upcasters } from '@app/domain/policies';
import { Codec, type ProjectionRunner, SharedLog } from '@app/event-store';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import { openPostgresKeyVault } from '@app/event-store/adapters/postgres-keys';
import { openPostgresProjections } from '@app/event-store/adapters/postgres-projections';
import type { Pool } from 'pg';
import { startServer } from '../../../libs/event-store/src/testing/postgres-server.js';
import { levelled } from '../http-level.js';
import { Program } from './process.js';
import { keepReading } from './reader.js';
import { sumsOf } from './sums.js';

/** `npm run bench:rebuild -- [events] [decisions per second]` */
const [count = 1_000_000, perSecond = 50] = process.argv.slice(2).map(Number);
const names = projections.map(({ name }) => name);
const waitMs = 3_600_000;
/** What is asked for: of the memory of the worker, of the time for all of them, and of the inbox alone. */
const asked = { memoryMb: 500, seconds: 900, inboxPerSecond: 30_000 };

type Decided = Readonly<{ made: number; seconds: number; slowestMs: number; failed: number; failures: readonly string[] }>;
type Filled = Readonly<{ accounts: Readonly<Record<string, string>>; target: string }>;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

/** The head of one agency proposes somebody for a post in another, whose head decides. */
const partiesOf = async (pool: Pool, { accounts, target }: Filled) => {
  const { rows } = await pool.query<{ id: string }>('select id from rm.staffing_posts where code = $1', [target]);
  return {
    proposer: accounts['kepala.asal'],
    employee: accounts['asn'],
    decider: accounts['kepala.tujuan'],
    people: {},
    target: rows[0]?.id,
  };
};

const rebuildAll = (runner: ProjectionRunner): Promise<number> =>
  seconds(async () => {
    for (const name of names) {
      const took = await seconds(() => runner.rebuild(name));
      const rate = count / took;
      const slow = name === 'case_inbox' && rate < asked.inboxPerSecond ? `, less than the ${asked.inboxPerSecond} aimed at` : '';
      console.log(`  ${name.padEnd(26)} ${took.toFixed(1).padStart(7)} s ${rate.toFixed(0).padStart(9)} events/s${slow}`);
    }
  });

const main = async (connectionString: string, dataDir: string): Promise<boolean> => {
  const pool = openPool({ connectionString, max: 4, name: 'bench' });
  const store = await openPostgresEventStore({ connectionString });
  const masterKey = randomBytes(32).toString('hex');
  const settings = { DATABASE_URL: connectionString, DATA_DIR: dataDir, ALUR_MASTER_KEY: masterKey, LOG_LEVEL: 'warn' };
  const running: Program[] = [];
  const start = (program: string, ...args: readonly string[]): Program => {
    const started = new Program(program, settings, args);
    running.push(started);
    return started;
  };
  try {
    let filled: Filled | undefined;
    const filling = await seconds(async () => {
      const fill = start('./fill.js', connectionString, masterKey, String(count));
      filled = JSON.parse(await fill.says('filled ')) as Filled; // said by `fill.ts`
    });
    console.log(`${count} events, sealed and hashed, loaded in ${filling.toFixed(1)} s; ${names.length} read models`);

    const worker = start('../../../apps/worker/src/main.js');
    const first = await seconds(async () => {
      await worker.says('ready: ');
      await levelled(connectionString, 'worker');
    });
    console.log(
      `the worker started and made all of them from nothing: ${first.toFixed(1)} s, ${(count / first).toFixed(0)} events/s, ${worker.peakMb().toFixed(0)} MB`,
    );

    if (!filled) throw new Error('nothing was filled');
    const writer = start('./writer.js', JSON.stringify(await partiesOf(pool, filled)), String(perSecond));
    await writer.says('deciding');
    const log = new SharedLog(store, await codecOf(pool, masterKey));
    const open = () => openPostgresProjections({ connectionString, store, log, projections });
    // Not started: it asks the worker, as the command line does.
    const asking = open();
    const reading = keepReading(pool, names);
    const total = await rebuildAll(asking);
    const { reads, failures } = await reading.stop();
    await Promise.all([writer.stop(), asking.close()]);
    const decided = JSON.parse(await writer.says('decided ')) as Decided; // said by `writer.ts`
    console.log(
      `every one rebuilt, one after the other: ${total.toFixed(1)} s, while ${decided.made} decisions were made (${(decided.made / decided.seconds).toFixed(1)}/s, the slowest in ${decided.slowestMs.toFixed(0)} ms)`,
    );
    console.log(`${decided.failed} decisions failed${[...decided.failures].map((each) => `; ${each}`).join('')}`);
    console.log(
      `a reader read ${reads} times; ${failures.length} reads failed or went back${failures
        .slice(0, 5)
        .map((each) => `; ${each}`)
        .join('')}`,
    );
    await levelled(connectionString, 'worker');
    const peak = worker.peakMb();
    console.log(`the most memory that the worker's process ever had: ${peak.toFixed(0)} MB`);
    await worker.stop();

    const different = await comparedWithNew(pool, async () => {
      const runner = open();
      await runner.start();
      await runner.waitFor((await store.head()) ?? '', undefined, waitMs);
      await runner.close();
    });
    await log.close();
    return failures.length + decided.failed + different === 0 && total < asked.seconds && !(peak >= asked.memoryMb);
  } finally {
    for (const each of running.reverse()) await each.stop();
    await store.close();
    await pool.end();
  }
};

const codecOf = async (pool: Pool, masterKey: string): Promise<Codec> =>
  new Codec(await openPostgresKeyVault(pool, Buffer.from(masterKey, 'hex')), { personalFields, upcasters, commonFields });

/** @param bringUp makes what is not there, and brings all of them to the end of the log */
const comparedWithNew = async (pool: Pool, bringUp: () => Promise<void>): Promise<number> => {
  await bringUp();
  const rebuilt = await sumsOf(pool, names);
  await pool.query('drop schema rm cascade');
  const took = await seconds(bringUp);
  const anew = await sumsOf(pool, names);
  const different = names.filter((name) => rebuilt.get(name) !== anew.get(name));
  for (const name of different) console.log(`${name} DIFFERS: ${rebuilt.get(name)}, from nothing ${anew.get(name)}`);
  console.log(`${different.length} of ${names.length} read models differ from a build from nothing (${took.toFixed(1)} s)`);
  return different.length;
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1)); // and what was started ends
const server = await startServer({ durable: true, settings: ['shared_buffers=256MB', 'max_wal_size=4GB'] });
const dataDir = mkdtempSync(join(tmpdir(), 'alur-bench-rebuild-'));
try {
  if (!(await main(server.connectionString, dataDir))) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
