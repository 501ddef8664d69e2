import type { DueInstantsTable } from '@app/domain/policies';
import type { PolicyRunner } from '@app/event-store';
import type { WorkerParts } from './worker.js';

type Watched = WorkerParts & Readonly<{ policies: PolicyRunner; instants: DueInstantsTable }>;

/** Read models that stopped, reactions put aside and overdue instants: seen in health and in the metrics. */
export const watch = ({ foundation, projections, policies, instants, health, metrics }: Watched) => {
  const { clock, pool, store } = foundation;
  const stopped = async () => (await projections.status()).filter(({ state }) => state === 'stopped').map(({ name }) => name);
  const parked = async () => (await policies.status()).reduce((sum, { parked }) => sum + parked, 0);

  health.add('database', async () => {
    await pool.query('select 1');
    return { status: 'ok' };
  });
  health.add('read-models', async () => {
    const names = await stopped();
    return names.length > 0 ? { status: 'degraded', why: `stopped: ${names.join(', ')}` } : { status: 'ok' };
  });
  health.add('policies', async () => {
    const count = await parked();
    return count > 0 ? { status: 'degraded', why: `${count} events put aside` } : { status: 'ok' };
  });

  metrics.gauge('alur_log_head', 'Position of the newest event', async (gauge) => gauge.set(Number((await store.head()) ?? 0)));
  metrics.gauge(
    'alur_projection_checkpoint',
    'Up to where a read model has read',
    async (gauge) => {
      for (const { name, checkpoint } of await projections.status()) gauge.set({ name }, Number(checkpoint ?? 0));
    },
    ['name'],
  );
  metrics.gauge('alur_policies_parked', 'Events that policies put aside', async (gauge) => gauge.set(await parked()));
  metrics.gauge('alur_due_overdue', 'Instants that are over their time', async (gauge) =>
    gauge.set((await instants.overdue(clock.now())).count),
  );
  const late = metrics.histogram('alur_timer_lateness_seconds', 'How late timers fired, in real time', [0.1, 0.5, 1, 5, 30, 300]);
  return { fired: (seconds: number) => late.observe(seconds) };
};
