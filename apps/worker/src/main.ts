import { openLog, readConfig } from '@app/platform';
import { runUntilSignal } from './program.js';
import { startWorkerAlone } from './start.js';

/** The worker of the server and cluster profiles, beside one or more apis. */
try {
  const config = readConfig();
  const log = openLog(config.logLevel);
  await runUntilSignal(log, (closing, say) => startWorkerAlone(config, { log, closing, say }), config);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
