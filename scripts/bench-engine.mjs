/** `npm run bench:engine`: decisions per second of the engine alone, on one core. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, main, root } from './bootstrap.mjs';

await main(async () => {
  await bootstrap({ web: false });
  const program = join(root, 'dist/test/bench/engine.js');
  const child = spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=64', program, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});
