/** `npm test`: everything there is, on an up-to-date build. Arguments go to Jest. The result lies in dist/test-result.json. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, main, root } from './bootstrap.mjs';

await main(async () => {
  await bootstrap();
  const result = join(root, 'dist', 'test-result.json');
  const jest = [join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${result}`, '--testLocationInResults'];
  const child = spawn(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', '--max-old-space-size=4096', ...jest, ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});
