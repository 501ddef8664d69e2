import { openLog, readConfig } from '@app/platform';
import { Command } from 'commander';
import type { Adding } from '../../apps/cli/src/command.js';
import { Closing } from '../../apps/worker/src/closing.js';
import { openFoundation } from '../../apps/worker/src/foundation.js';

export type Ran = Readonly<{ said: readonly string[]; failed: boolean }>;

/** Runs a command of `alur` in this process, with settings of its own, as one more process beside those that are at work. */
export const runCommand = async (
  settings: Readonly<Record<string, string>>,
  add: Adding,
  ...words: readonly string[]
): Promise<Ran> => {
  const config = readConfig({ LOG_LEVEL: 'error', ...settings }, {});
  const log = openLog(config.logLevel);
  const said: string[] = [];
  let failed = false;
  const program = new Command('alur').exitOverride().configureOutput({ writeErr: () => undefined });
  add(program, {
    withAlur: async (work) => {
      const closing = new Closing((what, error) => log.error({ err: error }, `closing ${what} failed`));
      try {
        return await work(await openFoundation(config, log, closing, { guest: true }));
      } finally {
        await closing.close();
      }
    },
    withDatabase: () => Promise.reject(new Error('not here')),
    settings: () => config,
    say: (line) => said.push(line),
    fail: () => (failed = true),
  });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    said.push(error instanceof Error ? error.message : String(error));
    failed = true;
  }
  return { said, failed };
};
