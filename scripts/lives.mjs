/**
 * `npm run lives -- [count] [seed]`: so many random approvals, each lived through by random people under random clocks, with
 * every promise of the engine, and of the list of what is due, checked at every moment. 2,000 where no count is given; the seed is printed.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { bootstrap, main, root } from './bootstrap.mjs';

await main(async () => {
  await bootstrap({ web: false });
  const [count = '2000', seed = String(randomInt(2 ** 31 - 1))] = process.argv.slice(2);
  const began = performance.now();
  const jest = [
    join(root, 'node_modules/jest/bin/jest.js'),
    'libs/workflow/src/lives',
    'due-instants-lives',
    '--runInBand',
    '--testTimeout=3600000',
  ];
  const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', ...jest], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FC_RUNS: count, FC_SEED: seed },
  });
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  console.log(`${count} lives, seed ${seed}, ${((performance.now() - began) / 1000).toFixed(0)} s`);
});
