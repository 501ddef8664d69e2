import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@app/platform/adapters/embedded-postgres';
import { measure } from './decisions.js';
import { measureHttp, type Setup } from './http.js';
import { median, type Measured } from './load.js';

/** `npm run bench -- [rounds] [cases] [cases over HTTP]` */
const [rounds = 3, cases = 2000, overHttp = 6000] = process.argv.slice(2).map(Number);

const line = (name: string, { perSecond, p50, p99, cpuMicros, done }: Measured) =>
  console.log(
    `  ${name.padEnd(36)} ${perSecond.toFixed(0).padStart(7)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms   CPU ${cpuMicros.toFixed(0)} µs   (${done})`,
  );

const httpSetups: Readonly<Record<Setup, string>> = {
  api: 'the api makes the read models as well; nobody reacts',
  worker: 'a worker beside the api makes the read models and reacts to every decision, as deployed',
};

const measureOverHttp = async (server: string): Promise<void> => {
  console.log(
    '\nDecisions over HTTP, 64 connections, beside a POST of the same request that is validated only; all on this machine',
  );
  for (const setup of ['api', 'worker'] as const) {
    const { bare, bareOwn, decisions, levelAfterMs, workerMicros } = await measureHttp(server, overHttp, setup);
    console.log(httpSetups[setup]);
    line("bare, the framework's ValidationPipe", bare);
    line("bare, Alur's own pipe", bareOwn);
    line('decisions', decisions);
    const worker = Number.isNaN(workerMicros) ? '' : `; the worker: CPU ${workerMicros.toFixed(0)} µs for each decision`;
    const ratios = (to: Measured) =>
      `${(decisions.perSecond / to.perSecond).toFixed(2)} of requests per second, ${(to.cpuMicros / decisions.cpuMicros).toFixed(2)} of CPU`;
    console.log(
      `  ratio to the framework's ValidationPipe (whitelist, forbidNonWhitelisted, transform): ${ratios(bare)} (at least 0.20 is asked for)`,
    );
    console.log(`  ratio to Alur's own pipe: ${ratios(bareOwn)}; level after ${levelAfterMs.toFixed(0)} ms${worker}`);
  }
};

const folder = mkdtempSync(join(tmpdir(), 'alur-bench-'));
chmodSync(folder, 0o711);
const server = await startEmbeddedPostgres({ folder, durable: true });
// The server would outlive us: take it along whatever ends us.
const end = () => void server.stop().finally(() => process.exit(130));
process.once('SIGINT', end).once('SIGTERM', end);
process.stdout.on('error', end);
try {
  console.log(`Durable decisions, 64 cases at a time, definition internal-rotation, fsync on, ${rounds} rounds`);
  const ratios: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const { floor, paused, running, caughtUpMs } = await measure(server.url, cases);
    const ratio = paused.perSecond / floor.perSecond;
    ratios.push(ratio);
    console.log(`round ${round}`);
    line('floor: prebuilt appends', floor);
    line('engine, projections paused', paused);
    line('engine, projections running', running);
    console.log(
      `  ratio ${ratio.toFixed(2)} (running ${(running.perSecond / floor.perSecond).toFixed(2)}); projections level after ${caughtUpMs.toFixed(0)} ms`,
    );
  }
  console.log(`median ratio ${median(ratios).toFixed(2)} (at least 0.40 is asked for)`);
  await measureOverHttp(server.url);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
