import { projections } from '@app/domain/policies';
import type { ProjectionRunner } from '@app/event-store';
import { openPostgresProjections } from '@app/event-store/adapters/postgres-projections';
import type { Foundation } from './foundation.js';

/** The runner of every read model there is, not started yet. Of several processes one does the work. */
export const openProjections = ({ connectionString, store, sharedLog, closing }: Foundation): ProjectionRunner => {
  const runner = openPostgresProjections({ connectionString, store, log: sharedLog, projections });
  closing.add('the read models', () => runner.close());
  return runner;
};
