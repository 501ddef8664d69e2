import type { Incidents, Position, ProjectionRunner, ProjectionStatus } from '@app/event-store';
import type { Metrics } from '@app/platform';
import { behindNow } from './behind.js';
import type { Foundation } from './foundation.js';

type Watched = Readonly<{
  foundation: Pick<Foundation, 'store' | 'clock'>;
  metrics: Metrics;
  projections: ProjectionRunner;
  incidents: Incidents;
}>;

type Standing = Readonly<{ name: string; checkpoint: Position | undefined }>;

/** Of each read model the generation that readers see: beside it another may be under way, in a rebuild. */
export const seenByReaders = (statuses: readonly ProjectionStatus[]): readonly ProjectionStatus[] => {
  const seen = new Map<string, ProjectionStatus>();
  for (const status of statuses) {
    const other = seen.get(status.name);
    if (status.state !== 'building' && (!other || status.generation < other.generation)) seen.set(status.name, status);
  }
  return [...seen.values()];
};

/** How far read models and policies are behind, in events and in time, and what waits for a person. */
export const watchLag = ({ foundation: { store, clock }, metrics, projections, incidents }: Watched): void => {
  const watch = (what: string, words: string, standings: () => Promise<readonly Standing[]>) => {
    metrics.gauge(
      `alur_${what}_lag_events`,
      `Events that a ${words} has not read`,
      async (gauge) => {
        const behind = await behindNow(store, clock);
        for (const { name, checkpoint } of await standings()) {
          const { events } = await behind(checkpoint);
          if (events !== undefined) gauge.set({ name }, events);
        }
      },
      ['name'],
    );
    metrics.gauge(
      `alur_${what}_age_seconds`,
      `Time since the oldest event that a ${words} has not read`,
      async (gauge) => {
        const behind = await behindNow(store, clock);
        for (const { name, checkpoint } of await standings()) gauge.set({ name }, (await behind(checkpoint)).seconds);
      },
      ['name'],
    );
  };
  watch('projection', 'read model', async () => seenByReaders(await projections.status()));
  watch('policy', 'policy', () => incidents.policies());
  metrics.gauge(
    'alur_incidents_open',
    'What stopped or was put aside and waits for a choice',
    async (gauge) => {
      const open = await incidents.open();
      for (const kind of ['projection', 'policy']) gauge.set({ kind }, open.filter((each) => each.kind === kind).length);
    },
    ['kind'],
  );
};
