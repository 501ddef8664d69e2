/** `npm run bench`: durable decisions per second, beside their floor in the same run. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, main, root } from './bootstrap.mjs';

await main(async () => {
  await bootstrap({ web: false });
  const program = join(root, 'dist/test/bench/main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=64', program, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});
