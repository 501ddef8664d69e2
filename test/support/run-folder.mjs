import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before and after all specifications: a folder that those of one run have in common. Jest's workers inherit the variable. */
export default function makeRunFolder() {
  process.env.ALUR_TEST_FOLDER = mkdtempSync(join(tmpdir(), 'alur-run-'));
}

export function removeRunFolder() {
  if (process.env.ALUR_TEST_FOLDER) rmSync(process.env.ALUR_TEST_FOLDER, { recursive: true, force: true });
}
