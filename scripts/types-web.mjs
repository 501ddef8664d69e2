/** Checks the types of the web interface, which has its own settings (DOM, JSX). */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const project = join(root, 'apps/web/tsconfig.json');
if (existsSync(project)) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  process.exitCode = spawnSync(process.execPath, [tsc, '--noEmit', '-p', project], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
