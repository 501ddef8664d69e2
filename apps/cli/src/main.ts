import { type Config, type Log, openLog, readConfig } from '@app/platform';
import { Command } from 'commander';
import { Closing } from '../../worker/src/closing.js';
import { openDatabase, openFoundation } from '../../worker/src/foundation.js';
import type { Cli } from './command.js';
import { commands } from './commands.js';

const program = new Command('alur')
  .description('Alur on the command line. Works on the same data as the server, whether that is running or not.')
  .option('--data-dir <folder>', 'where everything is kept (DATA_DIR, ./data)')
  .showHelpAfterError();

const settings = () => readConfig({ DATA_DIR: program.opts<{ dataDir?: string }>().dataDir, LOG_LEVEL: 'error' });

const withClosing = async <Result>(work: (config: Config, log: Log, closing: Closing) => Promise<Result>): Promise<Result> => {
  const config = settings();
  const log = openLog(config.logLevel);
  const closing = new Closing((what, error) => log.error({ err: error }, `closing ${what} failed`));
  const end = () => void closing.close().then(() => process.exit(130));
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    return await work(config, log, closing);
  } finally {
    await closing.close();
  }
};

const cli: Cli = {
  withAlur: (work) =>
    withClosing(async (config, log, closing) => work(await openFoundation(config, log, closing, { guest: true }))),
  withDatabase: (options, work) =>
    withClosing(async (config, log, closing) => {
      const connectionString = await openDatabase(config, log, closing, options);
      return work({ config, log, connectionString, closing });
    }),
  settings,
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
