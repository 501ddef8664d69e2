import { openLog } from '@app/platform';
import { runUntilSignal } from '../../worker/src/program.js';
import { startFrom } from './start-arguments.js';
import { startAlur } from './start.js';

try {
  const config = startFrom(process.argv.slice(2), (text) => process.stdout.write(text));
  if (config) {
    const log = openLog(config.logLevel);
    await runUntilSignal(log, (closing, say) => startAlur(config, { log, closing, say }), config);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
