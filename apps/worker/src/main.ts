import { Health, Metrics, openLog, readConfig } from '@app/platform';
import { openDomain } from './domain.js';
import { openFoundation } from './foundation.js';
import { runUntilSignal } from './program.js';
import { startProjections } from './projections.js';
import { startWorker } from './worker.js';

/** The worker of the server and cluster profiles, beside one or more apis. */
try {
  const config = readConfig();
  if (config.profile === 'embedded')
    throw new Error('The worker runs by itself where there is a database of its own: set DATABASE_URL.');
  const log = openLog(config.logLevel);
  await runUntilSignal(log, async (closing, say) => {
    const foundation = await openFoundation(config, log, closing);
    const projections = await startProjections(foundation);
    const domain = await openDomain(foundation, projections);
    await startWorker({ foundation, domain, projections, health: new Health(), metrics: new Metrics() });
    say('ready: the worker is at work');
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
