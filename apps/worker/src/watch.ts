import { setTimeout as pause } from 'node:timers/promises';
import type { DueInstantsTable } from '@app/domain/policies';
import type { EventStore, PolicyRunner, Position, ProjectionRunner } from '@app/event-store';
import type { Health, Metrics } from '@app/platform';
import type { Foundation } from './foundation.js';
import { seenByReaders } from './watch-lag.js';

type Watched = Readonly<{ foundation: Foundation; health: Health; metrics: Metrics }>;

/** Database and read models: seen in health and in the metrics of every process. */
export const watchReadModels = ({
  foundation: { config, pool, store },
  health,
  metrics,
  projections,
}: Watched & Readonly<{ projections: ProjectionRunner }>): void => {
  health.add('database', async () => {
    await pool.query('select 1');
    return { status: 'ok' };
  });
  health.add('read-models', async () => {
    const stopped = (await projections.status()).filter(({ state }) => state === 'stopped').map(({ name }) => name);
    return stopped.length > 0 ? { status: 'degraded', why: `stopped: ${stopped.join(', ')}` } : { status: 'ok' };
  });
  if (config.profile !== 'embedded' && config.eventStoreUrl !== undefined)
    health.add('event-store', async () =>
      (await headSoon(store)).answers
        ? { status: 'ok' }
        : { status: 'degraded', why: 'does not answer: what is there can be read, nothing can be written' },
    );
  metrics.gauge('alur_log_head', 'Position of the newest event', async (gauge) => {
    const { head, answers } = await headSoon(store);
    if (answers) gauge.set(Number(head ?? 0)); // else the last one it was known to have
  });
  metrics.gauge(
    'alur_projection_checkpoint',
    'Up to where a read model has read, as readers see it',
    async (gauge) => {
      for (const { name, checkpoint } of seenByReaders(await projections.status())) gauge.set({ name }, Number(checkpoint ?? 0));
    },
    ['name'],
  );
};

/** The head, or that it was not to be had in a second: an event store that is away is asked for longer than a probe waits. */
const headSoon = async (store: EventStore): Promise<Readonly<{ head?: Position | undefined; answers: boolean }>> => {
  const late = pause(1_000, { answers: false }, { ref: false });
  const asked = store.head().then((head) => ({ head, answers: true }));
  return Promise.race([asked, late]).catch(() => ({ answers: false }));
};

/** Reactions put aside and overdue instants. */
export const watchWork = ({
  foundation: { clock },
  health,
  metrics,
  policies,
  instants,
}: Watched & Readonly<{ policies: PolicyRunner; instants: DueInstantsTable }>) => {
  const parked = async () => (await policies.status()).reduce((sum, status) => sum + status.parked, 0);
  health.add('policies', async () => {
    const count = await parked();
    return count > 0 ? { status: 'degraded', why: `${count} events put aside` } : { status: 'ok' };
  });
  metrics.gauge('alur_policies_parked', 'Events that policies put aside', async (gauge) => gauge.set(await parked()));
  metrics.gauge('alur_due_overdue', 'Instants that are over their time', async (gauge) =>
    gauge.set((await instants.overdue(clock.now())).count),
  );
  const late = metrics.histogram('alur_timer_lateness_seconds', 'How late timers fired, in real time', [0.1, 0.5, 1, 5, 30, 300]);
  return { fired: (seconds: number) => late.observe(seconds) };
};
