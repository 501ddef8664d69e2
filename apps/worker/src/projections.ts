import { setTimeout as pause } from 'node:timers/promises';
import { projections } from '@app/domain/policies';
import type { ProjectionRunner } from '@app/event-store';
import { openPostgresProjections, type ProjectionsOptions } from '@app/event-store/adapters/postgres-projections';
import { sql } from 'kysely';
import type { Foundation } from './foundation.js';

/** The runner of every read model there is, not started yet. Of several processes one does the work. */
export const openProjections = (
  { connectionString, store, sharedLog, closing }: Foundation,
  options: Pick<ProjectionsOptions, 'keptCharacters'> = {},
): ProjectionRunner => {
  const runner = openPostgresProjections({ connectionString, store, log: sharedLog, projections, ...options });
  closing.add('the read models', () => runner.close());
  return runner;
};

const tablesInMs = 60_000;

/**
 * Opens and starts the runner, and resolves when every read model is there to be asked, whoever makes it.
 * @throws Error when the process that makes them does not come to it
 */
export const startProjections = async (
  foundation: Foundation,
  options: Pick<ProjectionsOptions, 'keptCharacters'> = {},
): Promise<ProjectionRunner> => {
  const runner = openProjections(foundation, options);
  await runner.start();
  const names = projections.map(({ name }) => `rm.${name}`);
  for (const until = Date.now() + tablesInMs; ; await pause(100)) {
    const { rows } = await sql<{
      name: string;
    }>`select name from unnest(${names}::text[]) name where to_regclass(name) is null`.execute(foundation.db);
    if (rows.length === 0) return runner;
    if (Date.now() > until) throw new Error(`These read models were not made: ${rows.map(({ name }) => name).join(', ')}.`);
  }
};

/** How long making all read models again may take. */
const allInMs = 6 * 60 * 60_000;

/** Makes read models where there are none, and resolves when they hold everything there is. @returns how many there are */
export const makeReadModels = async (foundation: Foundation): Promise<number> => {
  const runner = await startProjections(foundation);
  const head = await foundation.store.head();
  if (head !== undefined) await runner.waitFor(head, undefined, allInMs);
  return (await runner.status()).length;
};
