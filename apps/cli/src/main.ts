import { openLog, readConfig } from '@app/platform';
import { Command } from 'commander';
import { Closing } from '../../worker/src/closing.js';
import { type Foundation, openFoundation } from '../../worker/src/foundation.js';
import { commands } from './commands.js';

const program = new Command('alur')
  .description('Alur on the command line. Works on the same data as the server, whether that is running or not.')
  .option('--data-dir <folder>', 'where everything is kept (DATA_DIR, ./data)')
  .showHelpAfterError();

const withAlur = async <Result>(work: (alur: Foundation) => Promise<Result>): Promise<Result> => {
  const { dataDir } = program.opts<{ dataDir?: string }>();
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const log = openLog(config.logLevel);
  const closing = new Closing((what, error) => log.error({ err: error }, `closing ${what} failed`));
  const end = () => void closing.close().then(() => process.exit(130));
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    return await work(await openFoundation(config, log, closing, { guest: true }));
  } finally {
    await closing.close();
  }
};

const cli = {
  withAlur,
  say: (line: string) => void process.stdout.write(`${line}\n`),
  fail: () => {
    process.exitCode = 1;
  },
};

for (const add of commands) add(program, cli);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
// What was said may still be on its way into a pipe; whatever else is open must not hold the process.
process.stdout.write('', () => process.exit());
