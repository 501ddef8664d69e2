import { setTimeout as pause } from 'node:timers/promises';
import { openLog, readConfig } from '@app/platform';
import { v7 as uuidV7 } from 'uuid';
import { Closing } from '../../../apps/worker/src/closing.js';
import { openDomain } from '../../../apps/worker/src/domain.js';
import { openFoundation } from '../../../apps/worker/src/foundation.js';
import { caseOpener, type Parties } from '../http-cases.js';

/**
 * Decides on real cases, so many times a second, until it is told to end: each case is drafted and submitted, and then
 * decided on by the head of the receiving agency, through the service that the api calls.
 */
const [parties, perSecond] = [
  JSON.parse(process.argv[2] ?? '') as Parties & Readonly<{ decider: string }>, // from `main.ts`
  Number(process.argv[3]),
];
/** Whatever becomes of who started it. */
const longestMs = 30 * 60_000;
/** Cases that wait for their decision, opened beside the decisions. */
const stock = 64;

const end = new AbortController();
process.on('SIGTERM', () => end.abort());
process.stdin.on('end', () => end.abort()).resume();
setTimeout(() => end.abort(), longestMs).unref();

const log = openLog('warn');
const closing = new Closing((what, error) => log.error({ err: error }, what));
const foundation = await openFoundation(readConfig(), log, closing, { guest: true });
const domain = await openDomain(foundation);
const opened = caseOpener(foundation, domain, parties);
const open = async () => (await opened(0)).id;

const counts = { made: 0, slowestMs: 0 };
const failures: string[] = [];
const failed = (error: unknown) => void failures.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));

const decide = async (id: string): Promise<void> => {
  const began = performance.now();
  const commandId = uuidV7();
  const at = foundation.clock.now();
  const meta = { actor: parties.decider, commandId, correlationId: commandId, causationId: commandId, at };
  await domain.proposals.decide(
    id,
    { stage: 'acceptance', verdict: 'approve', reason: 'Memenuhi syarat jabatan, dan formasi pada unit tujuan masih kosong.' },
    { meta: { ...meta, tenant: foundation.config.tenant } },
  );
  counts.made += 1;
  counts.slowestMs = Math.max(counts.slowestMs, performance.now() - began);
};

const waiting: string[] = [];
for (let n = 0; n < stock; n += 1) waiting.push(await open());
process.stdout.write('deciding\n');

const began = performance.now();
const underWay = new Set<Promise<void>>();
for (let due = 1; !end.signal.aborted; due += 1) {
  // What is late stays owed, but no more than the stock is under way.
  while (underWay.size >= stock) await Promise.race(underWay);
  const id = waiting.shift();
  const turn = (async () => {
    if (id !== undefined) await decide(id);
    waiting.push(await open());
  })()
    .catch(failed)
    .finally(() => underWay.delete(turn));
  underWay.add(turn);
  const early = began + (due * 1000) / perSecond - performance.now();
  if (early > 0) await pause(early, undefined, { signal: end.signal }).catch(() => undefined);
}
const seconds = (performance.now() - began) / 1000;
await Promise.all(underWay);
process.stdout.write(
  `decided ${JSON.stringify({ ...counts, seconds, failed: failures.length, failures: failures.slice(0, 5) })}\n`,
);
await closing.close();
process.exit(0);
