import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@app/platform/adapters/embedded-postgres';
import { measure } from './decisions.js';
import { median, type Measured } from './load.js';

/** `npm run bench -- [rounds] [cases]` */
const [rounds = 3, cases = 2000] = process.argv.slice(2).map(Number);

const line = (name: string, { perSecond, p50, p99, cpuMicros, done }: Measured) =>
  console.log(
    `  ${name.padEnd(34)} ${perSecond.toFixed(0).padStart(7)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms   CPU ${cpuMicros.toFixed(0)} µs   (${done})`,
  );

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
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
