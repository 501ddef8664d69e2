import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What makes a first start leave other data than that of the small demo in an embedded PostgreSQL. */
const shaping = ['DATABASE_URL', 'EVENTSTORE_URL', 'DEMO', 'TENANT', 'ALUR_MASTER_KEY'] as const;

/**
 * Puts the small demo into an empty data folder, as a first start leaves it, so that the next start is a second one, which
 * takes a second instead of six. It is made once for all specifications of a run. Where it can't be, the folder stays empty,
 * and the start makes the demo itself.
 *
 * @param make starts Alur once on the folder it is given, and ends it in good order
 */
export const demoInto = async (
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  make: (dataDir: string) => Promise<void>,
): Promise<void> => {
  const run = process.env['ALUR_TEST_FOLDER'];
  if (run === undefined || shaping.some((name) => name in settings || name in process.env)) return;
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) return;
  const [template, done] = [join(run, 'demo'), join(run, 'demo.done')];
  if (!existsSync(done)) {
    if (!isFirst(template)) return; // another specification is at it
    await make(template);
    writeFileSync(done, '');
  }
  mkdirSync(dataDir, { recursive: true });
  execFileSync('cp', ['-Rp', `${template}/.`, dataDir]); // with the owner, who is another where root starts it
};

const isFirst = (folder: string): boolean => {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch {
    if (existsSync(folder)) return false;
    throw new Error(`${folder} cannot be made`);
  }
};
