/** `npm run contract:eventstore`: the contract of the event store against the real EventStoreDB or KurrentDB that EVENTSTORE_URL names. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

if (!process.env.EVENTSTORE_URL) {
  console.error('SKIPPED: nothing was run. EVENTSTORE_URL is not set; it names the server, for example:');
  console.error('  EVENTSTORE_URL="esdb://127.0.0.1:2113?tls=false" npm run contract:eventstore');
} else {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const options = [
    '--experimental-vm-modules',
    '--no-warnings',
    jest,
    '--testRegex',
    'test/live/eventstoredb\\.contract\\.ts$',
    '--runInBand',
  ];
  const child = spawn(process.execPath, [...options, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
