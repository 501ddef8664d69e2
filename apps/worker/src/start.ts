import { type Config, Health, type Log, Metrics } from '@app/platform';
import { openPostgresIncidents } from '@app/event-store/adapters/postgres-incidents';
import type { Closing } from './closing.js';
import { openDomain } from './domain.js';
import { openFoundation } from './foundation.js';
import { startProjections } from './projections.js';
import { openStatus } from './status.js';
import { watchReadModels } from './watch.js';
import { watchLag } from './watch-lag.js';
import { startWorker } from './worker.js';

/** Folded streams in memory: it comes back to what it wrote a moment ago, and to little else. */
const cached = 2_000;

/** Of the rows of each read model; see `ProjectionsOptions`. A rebuild goes through all of them and comes back to few. */
const keptCharacters = 2 * 1024 * 1024;

export type Around = Readonly<{ log: Log; closing: Closing; say: (line: string) => void }>;

/** Starts a worker on its own, beside one or more apis. Resolves when it is at work. */
export const startWorkerAlone = async (config: Config, { log, closing, say }: Around): Promise<void> => {
  if (config.profile === 'embedded')
    throw new Error('The worker runs by itself where there is a database of its own: set DATABASE_URL.');
  const foundation = await openFoundation(config, log, closing, { cached });
  const projections = await startProjections(foundation, { keptCharacters });
  const domain = await openDomain(foundation, projections);
  const [health, metrics] = [new Health(), new Metrics()];
  watchReadModels({ foundation, projections, health, metrics });
  watchLag({ foundation, projections, metrics, incidents: await openPostgresIncidents(foundation.pool, projections) });
  await startWorker({ foundation, domain, projections, health, metrics });
  const port = config.statusPort === undefined ? undefined : await openStatus({ config, health, metrics, closing });
  say(`ready: the worker is at work${port === undefined ? '' : `; its health: http://localhost:${port}/health/ready`}`);
};
