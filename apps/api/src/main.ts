import { openLog } from '@app/platform';
import { runUntilSignal } from '../../worker/src/program.js';
import { startFrom } from './start-arguments.js';
import { startAlur } from './start.js';

try {
  const start = startFrom(process.argv.slice(2), (text) => process.stdout.write(text));
  if (start) {
    const log = openLog(start.config.logLevel);
    await runUntilSignal(log, (closing, say) => startAlur(start, { log, closing, say }));
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
