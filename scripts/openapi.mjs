/** `npm run openapi`: writes down what the controllers say. A test holds the two together. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, main, root } from './bootstrap.mjs';

await main(async () => {
  await bootstrap({ web: false });
  const program = [join(root, 'dist/apps/api/src/openapi.js'), join(root, 'apps/api/openapi.json')];
  process.exitCode = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' }).status ?? 1;
});
